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
  static final int VARINT = 4;
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

  /** Leaves the cursor behind the last field that the program knows. */
  void run(Cursor cursor, long[] slots) {
    int[] s = steps;
    for (int i = 0; i < s.length; i += 2) {
      int argument = s[i + 1];
      switch (s[i]) {
        case SKIP_VARINTS -> cursor.skipVarints(argument);
        case SKIP_BYTES -> cursor.skip(argument);
        case SKIP_STRING -> cursor.skipString();
        case SKIP_ARRAY -> skipArray(cursor, elements[argument]);
        case VARINT -> slots[argument] = cursor.varint();
        case VARINT_32 -> slots[argument] = (int) cursor.varint();
        case VARINT_16 -> slots[argument] = (short) cursor.varint();
        case VARINT_CHARACTER -> slots[argument] = (char) cursor.varint();
        case FIXED_64 -> slots[argument] = cursor.fixed64();
        case FIXED_32 -> slots[argument] = cursor.fixed32();
        case FIXED_16 -> slots[argument] = cursor.fixed16();
        case FIXED_CHARACTER -> slots[argument] = (char) cursor.fixed16();
        case FIXED_8 -> slots[argument] = cursor.int8();
        case STRING -> {
          slots[argument] = cursor.position();
          cursor.skipString();
        }
        case ARRAY -> {
          slots[argument] = cursor.position();
          skipArray(cursor, elements[s[i + 3]]);
          i += 2;
        }
        default -> throw new IllegalStateException("operation " + s[i]);
      }
    }
    cursor.checkLimit();
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
