package dev.sojourn.agent.core;

import java.util.List;

/** Every instrumented type of the JDK, in one place. */
final class Instrumentations {
  private Instrumentations() {}

  static List<TypeInstrumentation> all() {
    return List.of(
        new ThreadPoolExecutorInstrumentation(),
        new ForkJoinPoolInstrumentation(),
        new ForkJoinTaskInstrumentation(),
        new CompletionStageInstrumentation(),
        new CompletionSubmissionInstrumentation(),
        new ThreadPerTaskExecutorInstrumentation(),
        new ThreadPerTaskInstrumentation(),
        new SynchronizerInstrumentation("java.util.concurrent.locks.AbstractQueuedSynchronizer"),
        new SynchronizerInstrumentation(
            "java.util.concurrent.locks.AbstractQueuedLongSynchronizer"),
        new StampedLockInstrumentation(),
        new ConditionInstrumentation());
  }
}
