package dev.sojourn.analyzer.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads whole values, whatever their type: slower than a {@link Layout}, and complete. */
final class StructureReader {
  private static final int DEEPEST = 64;

  private final Metadata metadata;
  private final Constants constants;

  StructureReader(Metadata metadata, Constants constants) {
    this.metadata = metadata;
    this.constants = constants;
  }

  Structure structure(Type type, Cursor cursor) {
    return structure(type, cursor, 0);
  }

  private Structure structure(Type type, Cursor cursor, int depth) {
    if (depth > DEEPEST) {
      throw new MalformedException("a value nested too deep");
    }
    Object[] values = new Object[type.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Field field = type.fields().get(i);
      Type of = metadata.required(field.typeId());
      values[i] = field.array() ? array(of, field, cursor, depth) : one(of, field, cursor, depth);
    }
    cursor.checkLimit();
    return new Structure(type, Arrays.asList(values));
  }

  private List<Object> array(Type of, Field field, Cursor cursor, int depth) {
    int count = cursor.count();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(one(of, field, cursor, depth));
    }
    return values;
  }

  private Object one(Type of, Field field, Cursor cursor, int depth) {
    return field.constant() ? new Reference(of, cursor.int64()) : value(of, cursor, depth);
  }

  private Object value(Type of, Cursor cursor, int depth) {
    return switch (of.name()) {
      case "boolean" -> cursor.int8() != 0;
      case "byte" -> cursor.int8();
      case "char" -> (char) cursor.int16();
      case "short" -> cursor.int16();
      case "int" -> cursor.int32();
      case "long" -> cursor.int64();
      case "float" -> Float.intBitsToFloat(cursor.fixed32());
      case "double" -> Double.longBitsToDouble(cursor.fixed64());
      case Type.STRING -> constants.string(cursor);
      default -> structure(of, cursor, depth + 1);
    };
  }
}
