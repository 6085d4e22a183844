package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Suppressed;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Names tasks: a class by its name, a lambda by the method it was written in, a method reference by
 * the method it refers to. The JVM spins a hidden class for each lambda; its constant pool alone
 * tells the method that it calls.
 */
final class LambdaNames {
  private static final MethodHandle POOL_OF = poolOf();
  private static final MethodHandle SIZE = pool("getSize", int.class);
  private static final MethodHandle MEMBER = pool("getMemberRefInfoAt", String[].class, int.class);

  private LambdaNames() {}

  static String nameOf(Class<?> type) {
    String name = type.getName();
    int lambda = name.indexOf("$$Lambda");
    if (lambda < 0) {
      return name;
    }
    String target = target(type);
    return target == null ? name.substring(0, lambda) : target;
  }

  private static String target(Class<?> lambda) {
    if (POOL_OF == null || SIZE == null || MEMBER == null) {
      return null;
    }
    try {
      Object pool = POOL_OF.invoke(lambda);
      int size = (int) SIZE.invoke(pool);
      for (int i = 1; i < size; i++) {
        String[] member = member(pool, i);
        if (member != null && isTarget(member[0], member[1], member[2])) {
          return member[0].replace('/', '.') + "." + writtenIn(member[1]);
        }
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
    return null;
  }

  private static String[] member(Object pool, int index) throws Throwable {
    try {
      return (String[]) MEMBER.invoke(pool, index);
    } catch (IllegalArgumentException notAMember) {
      return null;
    }
  }

  /** Besides its target, a lambda's class calls its superclass's constructor and boxes. */
  private static boolean isTarget(String owner, String name, String descriptor) {
    boolean constructor = owner.equals("java/lang/Object") && name.equals("<init>");
    boolean boxing =
        owner.startsWith("java/lang/") && (name.equals("valueOf") || name.endsWith("Value"));
    return descriptor.startsWith("(")
        && !constructor
        && !boxing
        && !owner.startsWith("java/lang/invoke/");
  }

  /** The method whose body holds a lambda, from the name that the compiler gave it. */
  static String writtenIn(String method) {
    if (!method.startsWith("lambda$")) {
      // Kotlin puts the method first.
      int kotlin = method.indexOf("$lambda$");
      return kotlin > 0 ? method.substring(0, kotlin) : method;
    }
    int end = method.lastIndexOf('$');
    String name = method.substring("lambda$".length(), Math.max(end, "lambda$".length()));
    return switch (name) {
      case "new" -> "<init>";
      case "static" -> "<clinit>";
      default -> name;
    };
  }

  private static MethodHandle poolOf() {
    try {
      Class<?> access = Class.forName("jdk.internal.access.JavaLangAccess");
      Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
      Object lang =
          MethodHandles.lookup()
              .findStatic(
                  Class.forName("jdk.internal.access.SharedSecrets"),
                  "getJavaLangAccess",
                  MethodType.methodType(access))
              .invoke();
      return MethodHandles.lookup()
          .findVirtual(access, "getConstantPool", MethodType.methodType(pool, Class.class))
          .bindTo(lang);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    }
  }

  private static MethodHandle pool(String name, Class<?> result, Class<?>... parameters) {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              Class.forName("jdk.internal.reflect.ConstantPool"),
              name,
              MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException failure) {
      Suppressed.add(failure);
      return null;
    }
  }
}
