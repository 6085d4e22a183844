package dev.sojourn.analyzer.recording;

/**
 * How to pass over one value and pick the asked-for fields out of it: pairs of an operation and its
 * argument, run by an interpreter. Neighbouring skips are one step, which is what makes flat event
 * types cheap.
 */
final class Program {
  static final int SKIP_VARINTS = 0;
  static final int SKIP_BYTES = 1;
  static final int SKIP_STRING = 2;
  static final int SKIP_ARRAY = 3;
  static final int VARINTS = 4;
  static final int VARINT_32 = 5;
  static final int VARINT_16 = 6;
  static final int VARINT_CHARACTER = 7;
  static final int FIXED_64 = 8;
  static final int FIXED_32 = 9;
  static final int FIXED_16 = 10;
  static final int FIXED_CHARACTER = 11;
  static final int FIXED_8 = 12;
  static final int STRING = 13;
  static final int ARRAY = 14;

  /** Set in the slot of a string whose other bits are the id of a constant. */
  static final long POOLED = Long.MIN_VALUE;

  private static final int COUNT_SHIFT = 16;
  private static final int FIRST_SLOT = (1 << COUNT_SHIFT) - 1;

  private final int[] steps;
  private final Program[] elements;

  /**
   * @param steps pairs of operation and argument; {@link #ARRAY} is followed by a pair whose second
   *     number is the index of its elements' program
   * @param elements the programs of arrays' elements, by their argument
   */
  Program(int[] steps, Program[] elements) {
    this.steps = steps;
    this.elements = elements;
  }

  /**
   * The argument of {@link #VARINTS}: neighbouring slots, from the first to one behind the last.
   */
  static int slots(int first, int behind) {
    return first | behind << COUNT_SHIFT;
  }

  static int behind(int slots) {
    return slots >>> COUNT_SHIFT;
  }

  /** Leaves the cursor behind the last field that the program knows. */
  void run(Cursor cursor, long[] slots) {
    int[] s = steps;
    byte[] b = cursor.bytes();
    int at = cursor.position();
    for (int i = 0; i < s.length; i += 2) {
      int argument = s[i + 1];
      switch (s[i]) {
        case SKIP_VARINTS -> at = Words.behind(b, at, argument);
        case SKIP_BYTES -> at += argument;
        case VARINTS -> {
          int behind = behind(argument);
          for (int slot = argument & FIRST_SLOT; slot < behind; slot++) {
            at = Words.read(b, at, slots, slot);
          }
        }
        case VARINT_32, VARINT_16, VARINT_CHARACTER -> {
          int length = Words.length(b, at);
          slots[argument] = narrow(s[i], Words.value(b, at, length));
          at += length;
        }
        case STRING -> {
          if (b[at] == Cursor.CONSTANT) {
            cursor.position(at + 1);
            slots[argument] = POOLED | cursor.int64();
            at = cursor.position();
          } else {
            int begin = at;
            at = behindString(cursor, b, at);
            slots[argument] = begin | (long) (at - begin) << Integer.SIZE;
          }
        }
        case SKIP_STRING -> at = behindString(cursor, b, at);
        default -> {
          cursor.position(at);
          i += others(s, i, cursor, slots);
          at = cursor.position();
        }
      }
    }
    cursor.position(at);
    cursor.checkLimit();
  }

  private static long narrow(int operation, long value) {
    return switch (operation) {
      case VARINT_32 -> (int) value;
      case VARINT_16 -> (short) value;
      default -> (char) value;
    };
  }

  private static int behindString(Cursor cursor, byte[] b, int at) {
    if (b[at] == Cursor.CONSTANT && cursor.compressed()) {
      return at + 1 + Words.length(b, at + 1);
    }
    cursor.position(at);
    cursor.skipString();
    return cursor.position();
  }

  /** The less frequent operations; tells by how much the step is longer than others. */
  private int others(int[] s, int i, Cursor cursor, long[] slots) {
    int argument = s[i + 1];
    switch (s[i]) {
      case SKIP_ARRAY -> skipArray(cursor, elements[argument]);
      case FIXED_64 -> slots[argument] = cursor.fixed64();
      case FIXED_32 -> slots[argument] = cursor.fixed32();
      case FIXED_16 -> slots[argument] = cursor.fixed16();
      case FIXED_CHARACTER -> slots[argument] = (char) cursor.fixed16();
      case FIXED_8 -> slots[argument] = cursor.int8();
      case ARRAY -> {
        slots[argument] = cursor.position();
        skipArray(cursor, elements[s[i + 3]]);
        return 2;
      }
      default -> throw new IllegalStateException("operation " + s[i]);
    }
    return 0;
  }

  void run(Cursor cursor) {
    run(cursor, null);
  }

  private static void skipArray(Cursor cursor, Program element) {
    int count = cursor.count();
    for (int i = 0; i < count; i++) {
      element.run(cursor, null);
    }
  }
}
