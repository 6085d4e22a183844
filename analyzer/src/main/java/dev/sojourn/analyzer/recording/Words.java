package dev.sojourn.analyzer.recording;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * JFR's integers of one to nine bytes, seven bits a byte and the lowest first, taken apart a word
 * at a time: a branch for each byte costs more than all else that reading does. Near the end of an
 * array, where no word is left, it goes byte by byte.
 */
final class Words {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long CONTINUED = 0x8080808080808080L;
  private static final int LONGEST = 9;

  static {
    // C1 inlines the access only where it was linked before; long integers may come later than that
    eight(new byte[Long.BYTES], 0);
  }

  private Words() {}

  private static long eight(byte[] bytes, int at) {
    return (long) WORD.get(bytes, at);
  }

  /** Up to eight bytes as a number, the first lowest. */
  static long word(byte[] bytes, int at, int length) {
    if (at <= bytes.length - Long.BYTES) {
      return eight(bytes, at) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[at + i] & 0xffL) << (Byte.SIZE * i);
    }
    return word;
  }

  /** How many bytes the integer at a place takes. */
  static int length(byte[] bytes, int at) {
    if (bytes[at] >= 0) {
      return 1;
    }
    if (bytes[at + 1] >= 0) {
      return 2;
    }
    if (at > bytes.length - Long.BYTES) {
      return lengthAtEnd(bytes, at);
    }
    long last = ~eight(bytes, at) & CONTINUED;
    return last == 0 ? LONGEST : (Long.numberOfTrailingZeros(last) >>> 3) + 1;
  }

  private static int lengthAtEnd(byte[] bytes, int at) {
    int length = 1;
    while (length < LONGEST && bytes[at + length - 1] < 0) {
      length++;
    }
    return length;
  }

  /** The integer at a place, whose length is known. */
  static long value(byte[] bytes, int at, int length) {
    if (length == 1) {
      return bytes[at];
    }
    if (length == 2) {
      return (bytes[at] & 0x7f) | (bytes[at + 1] << 7);
    }
    long low = sevenBitsEach(word(bytes, at, Math.min(length, Long.BYTES)));
    return length < LONGEST ? low : low | (long) bytes[at + Long.BYTES] << 56;
  }

  /**
   * Reads an integer, and looks at it once: for those of three bytes and more that is one access.
   *
   * @return the place behind it
   */
  static int read(byte[] bytes, int at, long[] into, int slot) {
    if (bytes[at] >= 0) {
      into[slot] = bytes[at];
      return at + 1;
    }
    if (bytes[at + 1] < 0 && at <= bytes.length - Long.BYTES) {
      long word = eight(bytes, at);
      long last = ~word & CONTINUED;
      if (last != 0) {
        long through = last ^ (last - 1);
        into[slot] = sevenBitsEach(word & through);
        return at + (Long.numberOfTrailingZeros(last) >>> 3) + 1;
      }
    }
    int length = length(bytes, at);
    into[slot] = value(bytes, at, length);
    return at + length;
  }

  private static long sevenBitsEach(long word) {
    long two = (word & 0x007f007f007f007fL) | ((word & 0x7f007f007f007f00L) >>> 1);
    long four = (two & 0x00003fff00003fffL) | ((two & 0x3fff00003fff0000L) >>> 2);
    return (four & 0x000000000fffffffL) | ((four & 0x0fffffff00000000L) >>> 4);
  }

  /** The place behind a number of integers. */
  static int behind(byte[] bytes, int at, int count) {
    int place = at;
    for (int i = 0; i < count; i++) {
      place += length(bytes, place);
    }
    return place;
  }

  /** The same where most of them take one byte, as the characters of a text do. */
  static int behindCharacters(byte[] bytes, int at, int count) {
    int place = at;
    int left = count;
    while (left > 0 && place <= bytes.length - Long.BYTES) {
      int inWord = Math.min(left, Long.BYTES);
      long longer = word(bytes, place, inWord) & CONTINUED;
      int single = longer == 0 ? inWord : Long.numberOfTrailingZeros(longer) >>> 3;
      place += single;
      left -= single;
      if (single < inWord) {
        place += length(bytes, place);
        left--;
      }
    }
    return behind(bytes, place, left);
  }
}
