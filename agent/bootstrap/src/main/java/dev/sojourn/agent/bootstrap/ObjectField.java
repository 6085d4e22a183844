package dev.sojourn.agent.bootstrap;

import java.lang.reflect.Field;

/** A field of the JDK's classes that holds a reference. */
public final class ObjectField {
  private final long offset;

  private ObjectField(long offset) {
    this.offset = offset;
  }

  /**
   * The first of the named fields that the class or a class above it declares, the class's own
   * before those above; null if there is none that can be read.
   */
  public static ObjectField in(Class<?> type, String... names) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (String name : names) {
        long offset = offset(declaring, name);
        if (offset >= 0) {
          return new ObjectField(offset);
        }
      }
    }
    return null;
  }

  private static long offset(Class<?> declaring, String name) {
    try {
      Field field = declaring.getDeclaredField(name);
      return field.getType().isPrimitive() ? -1 : ObjectMemory.offsetOf(field);
    } catch (NoSuchFieldException absent) {
      return -1;
    }
  }

  /** What the field of {@code owner} holds; {@code owner} must be of the field's class. */
  public Object of(Object owner) throws Throwable {
    return ObjectMemory.reference(owner, offset);
  }
}
