package dev.sojourn.agent.bootstrap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/** Reads private fields of the JDK's classes. Their packages were opened to this module first. */
public final class JdkFields {
  private static final MethodType OBJECT_OF_OBJECT =
      MethodType.methodType(Object.class, Object.class);

  private JdkFields() {}

  /**
   * A getter of type (Object)Object for the first of the named fields that the class or a class
   * above it declares, the class's own before those above; null if there is none.
   */
  public static MethodHandle getter(Class<?> type, String... names) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (String name : names) {
        MethodHandle getter = declaredGetter(declaring, name);
        if (getter != null) {
          return getter.asType(OBJECT_OF_OBJECT);
        }
      }
    }
    return null;
  }

  /** A getter of type (Object)long for a field of a class that may be missing; then null. */
  public static MethodHandle longGetter(String type, String name) {
    try {
      MethodHandle getter = declaredGetter(Class.forName(type, false, null), name);
      return getter == null ? null : getter.asType(MethodType.methodType(long.class, Object.class));
    } catch (ClassNotFoundException lackedByThisJdk) {
      return null;
    }
  }

  private static MethodHandle declaredGetter(Class<?> declaring, String name) {
    try {
      Field field = declaring.getDeclaredField(name);
      return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
          .unreflectGetter(field);
    } catch (NoSuchFieldException | IllegalAccessException unknown) {
      return null;
    }
  }
}
