package dev.sojourn.analyzer.recording;

/**
 * What a program leaves in a slot.
 *
 * @param type of the field; null if it is absent
 */
record Slot(Kind kind, Unit unit, Type type) {
  static final Slot ABSENT = new Slot(Kind.ABSENT, Unit.NONE, null);

  /** How to understand the slot's number. */
  enum Kind {
    /** The recording does not have the field. */
    ABSENT,
    /** The number itself. */
    INTEGER,
    /** The bits of a {@code float}. */
    FLOAT,
    /** The bits of a {@code double}. */
    DOUBLE,
    /** Where the string begins in the array and, above that, its length; or a constant's id. */
    STRING,
    /** An id in the pool of the type. */
    CONSTANT,
    /** Where the array begins. */
    ARRAY
  }
}
