package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectField;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Tasks that only carry the user's: those of libraries, which a table names, and lambdas that a
 * method returns in place of one that it was given, as decorators do. Thread-safe.
 */
public final class LibraryWrappers {
  // What the JDK makes of a task in another form does nothing but call it.
  private static final String ADAPTERS = "java.util.concurrent.";

  private static volatile Map<String, String> fields = Map.of();

  private static volatile boolean besideAnotherAgent;

  private LibraryWrappers() {}

  /** Tells, by the name of the class, which field holds the user's task. */
  public static void define(Map<String, String> fieldsByClass) {
    fields = Map.copyOf(fieldsByClass);
  }

  /** The field that holds the user's task; null where the class is no wrapper. */
  static String fieldOf(Class<?> type) {
    if (type.isHidden()) {
      return decorated(type);
    }
    String field = fields.get(type.getName());
    besideAnotherAgent |= field != null && type.getClassLoader() == null;
    return field;
  }

  /**
   * The task inside what another agent put in its place. Whether a probe sees the one or the other
   * depends on which of the agents came first, and is not the same at submission and start.
   */
  static Object submitted(Object task) throws Throwable {
    ObjectField inner = TaskTypes.of(task).inner();
    Class<?> type = task.getClass();
    boolean replaced =
        besideAnotherAgent
            && inner != null
            && type.getClassLoader() == null
            && fields.containsKey(type.getName());
    return replaced ? inner.of(task) : task;
  }

  private static String decorated(Class<?> lambda) {
    Field captured = null;
    for (Field field : lambda.getDeclaredFields()) {
      if (field.getType() == Runnable.class || field.getType() == Callable.class) {
        if (captured != null) {
          return null;
        }
        captured = field;
      }
    }
    return captured != null
            && (lambda.getName().startsWith(ADAPTERS)
                || isWrittenInDecorator(lambda, captured.getType()))
        ? captured.getName()
        : null;
  }

  private static boolean isWrittenInDecorator(Class<?> lambda, Class<?> task) {
    String writtenIn = LambdaNames.nameOf(lambda);
    int dot = writtenIn.lastIndexOf('.');
    try {
      Class<?> owner = Class.forName(writtenIn.substring(0, dot), false, lambda.getClassLoader());
      for (Method method : owner.getDeclaredMethods()) {
        if (method.getName().equals(writtenIn.substring(dot + 1))
            && method.getReturnType() == task
            && takes(method, task)) {
          return true;
        }
      }
    } catch (ClassNotFoundException | LinkageError notToBeSeen) {
      return false;
    }
    return false;
  }

  private static boolean takes(Method method, Class<?> task) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (parameter == task) {
        return true;
      }
    }
    return false;
  }
}
