package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.JdkFields;
import java.lang.invoke.MethodHandle;

/** Finds the executor that started a thread for a task. */
final class ThreadPerTask {
  private static final ClassValue<MethodHandle> EXECUTORS =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          return JdkFields.getter(type, "executor");
        }
      };

  private ThreadPerTask() {}

  static Object executorOf(Object task) throws Throwable {
    MethodHandle executor = EXECUTORS.get(task.getClass());
    return executor == null ? null : (Object) executor.invokeExact(task);
  }
}
