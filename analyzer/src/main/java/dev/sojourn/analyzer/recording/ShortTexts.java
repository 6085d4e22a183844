package dev.sojourn.analyzer.recording;

import java.util.Arrays;

/**
 * The short strings that events carry themselves: mostly the same few again and again, so that one
 * object stands for all that are equal. A new one takes the place of an older one.
 */
final class ShortTexts {
  private static final int LONGEST_BYTES = 64;
  private static final int SIZE = 1 << 10;

  private final byte[][] encoded = new byte[SIZE][];
  private final String[] texts = new String[SIZE];

  /** Reads the string at the cursor, which is no constant. */
  String read(Cursor cursor) {
    int begin = cursor.position();
    cursor.skipString();
    int end = cursor.position();
    cursor.checkLimit();
    if (end - begin > LONGEST_BYTES) {
      return decode(cursor, begin, end);
    }
    byte[] bytes = cursor.bytes();
    int slot = slot(bytes, begin, end);
    byte[] known = encoded[slot];
    if (known != null && Arrays.equals(known, 0, known.length, bytes, begin, end)) {
      return texts[slot];
    }
    String text = decode(cursor, begin, end);
    encoded[slot] = Arrays.copyOfRange(bytes, begin, end);
    texts[slot] = text;
    return text;
  }

  private static String decode(Cursor cursor, int begin, int end) {
    cursor.position(begin);
    String text = cursor.text(cursor.int8());
    cursor.position(end);
    return text;
  }

  private static int slot(byte[] bytes, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash >>> 22;
  }
}
