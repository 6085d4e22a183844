package dev.sojourn.agent.bootstrap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Reads objects where they lie, through the JDK's own access to memory. A constant handle costs
 * nothing beyond the load, which a handle in an object does. Its package was opened to this module
 * first; where it was not, nothing is readable.
 */
public final class ObjectMemory {
  private static final Object UNSAFE = unsafe();
  private static final MethodHandle REFERENCE = getter("getReference", Object.class);
  private static final MethodHandle LONG = getter("getLong", long.class);
  private static final long HEADER = 0;

  private ObjectMemory() {}

  /** Where a field lies in its instances; -1 if that cannot be told. */
  static long offsetOf(Field field) {
    if (UNSAFE == null || REFERENCE == null) {
      return -1;
    }
    try {
      return (long)
          MethodHandles.lookup()
              .findVirtual(
                  UNSAFE.getClass(),
                  "objectFieldOffset",
                  MethodType.methodType(long.class, Field.class))
              .invoke(UNSAFE, field);
    } catch (Throwable failure) {
      return -1;
    }
  }

  static Object reference(Object owner, long offset) throws Throwable {
    return (Object) REFERENCE.invokeExact(owner, offset);
  }

  /** The first word of an object, in which the JVM keeps its identity hash code among others. */
  public static long header(Object object) throws Throwable {
    return LONG == null ? 0 : (long) LONG.invokeExact(object, HEADER);
  }

  private static Object unsafe() {
    try {
      Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
      return type.getMethod("getUnsafe").invoke(null);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }

  private static MethodHandle getter(String name, Class<?> result) {
    try {
      return UNSAFE == null
          ? null
          : MethodHandles.lookup()
              .findVirtual(
                  UNSAFE.getClass(), name, MethodType.methodType(result, Object.class, long.class))
              .bindTo(UNSAFE);
    } catch (ReflectiveOperationException closed) {
      return null;
    }
  }
}
