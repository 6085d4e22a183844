package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectField;

/** Finds the executor that started a thread for a task. */
final class ThreadPerTask {
  private static final ClassValue<ObjectField> EXECUTORS =
      new ClassValue<>() {
        @Override
        protected ObjectField computeValue(Class<?> type) {
          return ObjectField.in(type, "executor");
        }
      };

  private ThreadPerTask() {}

  static Object executorOf(Object task) throws Throwable {
    ObjectField executor = EXECUTORS.get(task.getClass());
    return executor == null ? null : executor.of(task);
  }
}
