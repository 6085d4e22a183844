package dev.sojourn.analyzer.recording;

import java.util.List;

/**
 * A value with all of its fields: boxed primitives, strings, {@link Structure}s, {@link
 * Reference}s, and lists of them, in the order of the type's fields. {@code null} is a value too.
 */
record Structure(Type type, List<Object> values) {
  /** The value of a field; null where the type has no such field. */
  Object value(String field) {
    for (int i = 0; i < values.size(); i++) {
      if (type.fields().get(i).name().equals(field)) {
        return values.get(i);
      }
    }
    return null;
  }
}
