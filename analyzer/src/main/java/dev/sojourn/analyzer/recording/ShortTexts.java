package dev.sojourn.analyzer.recording;

import java.util.HashMap;
import java.util.Map;

/**
 * The short strings that events carry themselves: mostly the same few again and again, so that one
 * object stands for all that are equal. A new one takes the place of an older one.
 */
final class ShortTexts {
  private static final int LONGEST_BYTES = 64;
  private static final int SIZE = 1 << 10;
  private static final int MOST_UNIQUE = 1 << 12;

  private final long[][] encoded = new long[SIZE][];
  private final String[] texts = new String[SIZE];

  // one text comes in several encodings: in events, and as a constant
  private final Map<String, String> unique = new HashMap<>();

  /** Reads the string at the cursor, which is no constant. */
  String read(Cursor cursor) {
    int begin = cursor.position();
    cursor.skipString();
    cursor.checkLimit();
    return read(cursor, begin, cursor.position());
  }

  /** Reads the string between two positions, and leaves the cursor at its end. */
  String read(Cursor cursor, int begin, int end) {
    if (end - begin > LONGEST_BYTES) {
      return decode(cursor, begin, end);
    }
    byte[] bytes = cursor.bytes();
    int slot = slot(bytes, begin, end);
    long[] known = encoded[slot];
    if (known != null && same(known, bytes, begin, end)) {
      return texts[slot];
    }
    String text = decode(cursor, begin, end);
    encoded[slot] = words(bytes, begin, end);
    texts[slot] = text;
    return text;
  }

  private String decode(Cursor cursor, int begin, int end) {
    cursor.position(begin);
    String text = cursor.text(cursor.int8());
    cursor.position(end);
    if (text == null || end - begin > LONGEST_BYTES) {
      return text;
    }
    if (unique.size() == MOST_UNIQUE) {
      unique.clear();
    }
    String known = unique.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private static int slot(byte[] bytes, int begin, int end) {
    long hash = (long) end - begin;
    for (int at = begin; at < end; at += Long.BYTES) {
      hash = (hash ^ word(bytes, at, end)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash & (SIZE - 1);
  }

  /** The text's length and its words. */
  private static long[] words(byte[] bytes, int begin, int end) {
    long[] words = new long[1 + (end - begin + Long.BYTES - 1) / Long.BYTES];
    words[0] = (long) end - begin;
    for (int i = 1; i < words.length; i++) {
      words[i] = word(bytes, begin + (i - 1) * Long.BYTES, end);
    }
    return words;
  }

  private static boolean same(long[] words, byte[] bytes, int begin, int end) {
    if (words[0] != end - begin) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (words[i] != word(bytes, begin + (i - 1) * Long.BYTES, end)) {
        return false;
      }
    }
    return true;
  }

  private static long word(byte[] bytes, int at, int end) {
    return Words.word(bytes, at, Math.min(Long.BYTES, end - at));
  }
}
