package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectField;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** The types of all tasks that were seen, each looked at once. Classes are not retained. */
final class TaskTypes {
  /** A task of the JDK's that calls the user's handler of a request, if there is one. */
  private static final String HTTP_EXCHANGE = "sun.net.httpserver.ServerImpl$Exchange";

  private static final String JETTY = "org.eclipse.jetty.";

  /** Jetty's own loops, which look for what is to be done and do some of it themselves. */
  private static final String JETTY_LOOPS = JETTY + "util.thread.";

  private static final int MOST_NAMES = 1000;
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final TaskType OTHER = TaskType.task("(other)", false);

  private static final ClassValue<TaskType> TYPES =
      new ClassValue<>() {
        @Override
        protected TaskType computeValue(Class<?> type) {
          return describe(type);
        }
      };

  // a lambda's name is looked for in its constants, and each that is none throws
  private static final ClassValue<String> JOB_NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return deriveName(type);
        }
      };

  private TaskTypes() {}

  static TaskType of(Object task) {
    return TYPES.get(task.getClass());
  }

  /** The name of a job that is a class. */
  static String nameOf(Class<?> type) {
    return JOB_NAMES.get(type);
  }

  private static String deriveName(Class<?> type) {
    String name = LambdaNames.nameOf(type);
    // What a container derives from the user's class goes by that class's name.
    int derived = name.indexOf("$$");
    return derived > 0 ? name.substring(0, derived) : name;
  }

  private static TaskType describe(Class<?> type) {
    String name = type.getName();
    // Another agent's classes may lie on the boot loader, as the JDK's do.
    String wrapped = LibraryWrappers.fieldOf(type);
    if (wrapped != null && wrapper(type, wrapped) != TaskType.IGNORED) {
      return wrapper(type, wrapped);
    }
    if (isCarrier(name)) {
      return TaskType.carrier(name);
    }
    if (isJdk(type)) {
      return isWrapper(name)
          ? wrapper(type, "fn", "task", "callable", "runnable")
          : TaskType.IGNORED;
    }
    if (name.startsWith("dev.sojourn.agent.core.") || name.startsWith(JETTY_LOOPS)) {
      return TaskType.IGNORED;
    }
    if (FutureTask.class.isAssignableFrom(type)) {
      return wrapper(FutureTask.class, "callable");
    }
    String job = nameOf(type);
    if (NAMES.incrementAndGet() > MOST_NAMES) {
      return OTHER;
    }
    TaskType task = TaskType.task(job, ForkJoinTask.class.isAssignableFrom(type));
    if (type.isHidden() && type.getDeclaredFields().length == 0) {
      task.share();
    }
    return task;
  }

  private static TaskType wrapper(Class<?> type, String... innerFields) {
    ObjectField inner = ObjectField.in(type, innerFields);
    return inner == null ? TaskType.IGNORED : TaskType.wrapper(inner, ObjectField.in(type, "dep"));
  }

  /** What a server does for a connection, which may be to call the user's handler. */
  private static boolean isCarrier(String name) {
    return name.equals(HTTP_EXCHANGE) || (name.startsWith(JETTY) && !name.startsWith(JETTY_LOOPS));
  }

  private static boolean isWrapper(String name) {
    return name.startsWith("java.util.concurrent.");
  }

  private static boolean isJdk(Class<?> type) {
    return type.getClassLoader() == null || isJdkName(type.getName());
  }

  private static boolean isJdkName(String name) {
    return name.startsWith("java.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.")
        || name.startsWith("com.sun.");
  }
}
