package dev.sojourn.analyzer.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads JFR's encodings from an array, in the compressed and in the plain form of integers. Strings
 * and counts are held against the limit before anything is allocated for them; the caller holds the
 * position against the limit after each value.
 */
final class Cursor {
  static final int NULL = 0;
  static final int EMPTY = 1;
  static final int CONSTANT = 2;
  static final int UTF8 = 3;
  static final int CHARACTERS = 4;
  static final int LATIN1 = 5;

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private final boolean compressed;
  private byte[] bytes = {};
  private int position;
  private int limit;

  Cursor(boolean compressed) {
    this.compressed = compressed;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }

  void on(byte[] array, int from, int to) {
    bytes = array;
    position = from;
    limit = to;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean compressed() {
    return compressed;
  }

  int position() {
    return position;
  }

  void position(int newPosition) {
    position = newPosition;
  }

  int limit() {
    return limit;
  }

  void checkLimit() {
    if (position > limit) {
      throw new MalformedException("fields longer than what holds them");
    }
  }

  void checkEnd() {
    if (position != limit) {
      throw new MalformedException("fields that do not fill what holds them");
    }
  }

  long varint() {
    int length = Words.length(bytes, position);
    long value = Words.value(bytes, position, length);
    position += length;
    return value;
  }

  void skip(int count) {
    if (count < 0 || count > limit - position) {
      throw new MalformedException("length of " + count + " bytes where fewer are left");
    }
    position += count;
  }

  byte peek8() {
    return bytes[position];
  }

  byte int8() {
    return bytes[position++];
  }

  short fixed16() {
    position += Short.BYTES;
    return (short) SHORT.get(bytes, position - Short.BYTES);
  }

  int fixed32() {
    position += Integer.BYTES;
    return (int) INT.get(bytes, position - Integer.BYTES);
  }

  long fixed64() {
    position += Long.BYTES;
    return (long) LONG.get(bytes, position - Long.BYTES);
  }

  short int16() {
    return compressed ? (short) varint() : fixed16();
  }

  int int32() {
    return compressed ? (int) varint() : fixed32();
  }

  long int64() {
    return compressed ? varint() : fixed64();
  }

  /** A number of things of which each takes a byte at least, so that no count is ever hostile. */
  int count() {
    int count = int32();
    if (count < 0 || count > limit - position) {
      throw new MalformedException("count of " + count + " where fewer bytes are left");
    }
    return count;
  }

  /** Passes over a string. */
  void skipString() {
    int encoding = int8();
    switch (encoding) {
      case NULL, EMPTY -> {}
      case CONSTANT -> int64();
      case UTF8, LATIN1 -> skip(count());
      case CHARACTERS -> skipCharacters(count());
      default -> throw new MalformedException("unknown string encoding " + encoding);
    }
  }

  private void skipCharacters(int count) {
    if (compressed) {
      position = Words.behindCharacters(bytes, position, count);
    } else {
      skip(Math.multiplyExact(count, Character.BYTES));
    }
  }

  /** Reads the text of a string whose encoding has been read and is not {@link #CONSTANT}. */
  String text(int encoding) {
    return switch (encoding) {
      case NULL -> null;
      case EMPTY -> "";
      case UTF8 -> {
        int length = count();
        skip(length);
        yield new String(bytes, position - length, length, UTF_8);
      }
      case LATIN1 -> {
        int length = count();
        skip(length);
        yield new String(bytes, position - length, length, ISO_8859_1);
      }
      case CHARACTERS -> characters(count());
      default -> throw new MalformedException("unknown string encoding " + encoding);
    };
  }

  private String characters(int count) {
    char[] text = new char[count];
    for (int i = 0; i < count; i++) {
      text[i] = compressed ? (char) varint() : (char) fixed16();
    }
    return new String(text);
  }
}
