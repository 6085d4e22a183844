package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;

/**
 * The asked-for fields of one value at a time. Reused from value to value; strings and constants
 * are looked up when they are asked for, from the array that the value was read from. For one
 * thread.
 */
final class Fields {
  private final Program program;
  private final Constants constants;
  private final long[] values;
  private final Slot.Kind[] kinds;
  private final Type[] types;
  private final Unit[] units;
  private final Ticks ticks;
  private Cursor cursor;

  Fields(Layout layout, Constants constants) {
    this.program = layout.program();
    this.constants = constants;
    this.values = new long[layout.size()];
    this.kinds = new Slot.Kind[values.length];
    this.types = new Type[values.length];
    this.units = new Unit[values.length];
    this.ticks = constants.ticks();
    for (int i = 0; i < values.length; i++) {
      kinds[i] = layout.slot(i).kind();
      types[i] = layout.slot(i).type();
      units[i] = layout.slot(i).unit();
    }
  }

  /** Reads the value at the cursor's position. */
  void read(Cursor from) {
    cursor = from;
    try {
      program.run(from, values);
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  boolean has(int slot) {
    return kinds[slot] != Slot.Kind.ABSENT;
  }

  /** A number; 0 for an absent field. */
  long number(int slot) {
    return values[slot];
  }

  int int32(int slot) {
    return (int) values[slot];
  }

  long number(int slot, long orElse) {
    return has(slot) ? values[slot] : orElse;
  }

  boolean flag(int slot) {
    return values[slot] != 0;
  }

  /** A number with a fraction; 0 for an absent field. */
  double real(int slot) {
    return switch (kinds[slot]) {
      case FLOAT -> Float.intBitsToFloat((int) values[slot]);
      case DOUBLE -> Double.longBitsToDouble(values[slot]);
      default -> values[slot];
    };
  }

  /** A duration, or an instant since the epoch, in nanoseconds. */
  long nanos(int slot) {
    return units[slot].nanos(values[slot], ticks);
  }

  long nanos(int slot, long orElse) {
    return has(slot) ? nanos(slot) : orElse;
  }

  /** The text of a string, of a class (its name) or of a type that wraps a string; or null. */
  String text(int slot) {
    try {
      Slot.Kind kind = kinds[slot];
      if (kind == Slot.Kind.STRING) {
        return string(values[slot]);
      }
      return kind == Slot.Kind.CONSTANT ? constants.text(types[slot], values[slot]) : null;
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  /** A text, never null. */
  String textOrEmpty(int slot) {
    String text = text(slot);
    return text == null ? "" : text;
  }

  /** The name of the type whose id a number is; or null. */
  String typeName(int slot) {
    return constants.typeName(values[slot]);
  }

  ThreadId thread(int slot) {
    try {
      return isConstant(slot) ? constants.thread(values[slot]) : ThreadId.NONE;
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  /** The thread that the operating system knows by the number in a slot. */
  ThreadId systemThread(int slot) {
    try {
      return constants.systemThread(values[slot]);
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  StackTrace stackTrace(int slot) {
    try {
      return isConstant(slot) ? constants.stackTrace(values[slot]) : StackTrace.EMPTY;
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  /** A constant with all its fields; or null. */
  Structure structure(int slot) {
    return isConstant(slot) ? structure(new Reference(types[slot], values[slot])) : null;
  }

  String text(Reference reference) {
    try {
      return constants.text(reference.type(), reference.id());
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  Structure structure(Reference reference) {
    try {
      return constants.structure(reference);
    } catch (IndexOutOfBoundsException e) {
      throw beyond();
    }
  }

  /** The type of an array's elements. */
  Type elementType(int slot) {
    return types[slot];
  }

  private boolean isConstant(int slot) {
    return kinds[slot] == Slot.Kind.CONSTANT;
  }

  private static MalformedException beyond() {
    return new MalformedException("a value that goes on beyond the end");
  }

  private String string(long value) {
    if (value < 0) {
      return constants.string(value & ~Program.POOLED);
    }
    int begin = (int) value;
    int kept = cursor.position();
    String text = constants.string(cursor, begin, begin + (int) (value >>> Integer.SIZE));
    cursor.position(kept);
    return text;
  }
}
