package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.List;

/** Every instrumented type, in one place. */
final class Instrumentations {
  private Instrumentations() {}

  /** Those of an agent that comes to a JVM at work. */
  static List<TypeInstrumentation> allForAttach() {
    List<TypeInstrumentation> all = new ArrayList<>(all());
    all.add(new WorkerInstrumentation());
    return all;
  }

  static List<TypeInstrumentation> all() {
    List<TypeInstrumentation> all = new ArrayList<>(always());
    all.addAll(Frameworks.all());
    return all;
  }

  private static List<TypeInstrumentation> always() {
    return List.of(
        new ThreadPoolExecutorInstrumentation(),
        new EnhancedQueueExecutorInstrumentation(),
        new QueuedThreadPoolInstrumentation(),
        new ForkJoinPoolInstrumentation(),
        new ForkJoinTaskInstrumentation(),
        new CompletionStageInstrumentation(),
        new CompletionSubmissionInstrumentation(),
        new ThreadPerTaskExecutorInstrumentation(),
        new ThreadPerTaskInstrumentation(),
        new StructuredScopeInstrumentation(),
        new SubtaskInstrumentation(),
        new SynchronizerInstrumentation("java.util.concurrent.locks.AbstractQueuedSynchronizer"),
        new SynchronizerInstrumentation(
            "java.util.concurrent.locks.AbstractQueuedLongSynchronizer"),
        new StampedLockInstrumentation(),
        new ConditionInstrumentation(),
        new CleanerInstrumentation(),
        new FailureInstrumentation(),
        new HttpClientInstrumentation());
  }
}
