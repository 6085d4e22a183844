package dev.sojourn.analyzer.recording;

import java.util.List;

/**
 * A type as the recording's metadata describe it: an event, a structure or a primitive.
 *
 * @param simple whether it only wraps its one field
 */
record Type(long id, String name, String superType, boolean simple, List<Field> fields) {
  static final String STRING = "java.lang.String";
  static final String CLASS = "java.lang.Class";
  static final String THREAD = "java.lang.Thread";
  static final String STACK_TRACE = "jdk.types.StackTrace";

  boolean event() {
    return "jdk.jfr.Event".equals(superType);
  }
}
