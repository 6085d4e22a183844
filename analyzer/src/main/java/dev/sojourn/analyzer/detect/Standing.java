package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where jobs stand still for something that is no lock. */
final class Standing {
  /** Methods of the JDK in which one task waits for another. */
  private static final List<String> TASK_WAITS =
      List.of(
          "java.util.concurrent.FutureTask.",
          "java.util.concurrent.CompletableFuture.",
          "java.util.concurrent.ForkJoinTask.",
          "java.util.concurrent.CountDownLatch.",
          "java.util.concurrent.ExecutorCompletionService.",
          "java.util.concurrent.AbstractExecutorService.invokeA");

  private static final double MUCH = 0.25;

  private Standing() {}

  /** The waits of some jobs. */
  static Stream<Map.Entry<WaitKey, WaitStatistics>> of(Workload workload, List<Subject> subjects) {
    return workload.waits().entrySet().stream()
        .filter(
            wait -> workload.subject(wait.getKey().actor()).filter(subjects::contains).isPresent());
  }

  /** Where they stood longest in all; where they wait for tasks, if that is much of it. */
  static Optional<Site> longest(Workload workload, List<Subject> subjects) {
    boolean forTasks = forTasksShare(workload, subjects) >= MUCH;
    return of(workload, subjects)
        .filter(wait -> !forTasks || awaitsTask(wait.getKey().site()))
        .max(Comparator.comparingLong(wait -> wait.getValue().total().totalNanos()))
        .map(wait -> wait.getKey().site());
  }

  /** The part of that time in which they stood for other tasks, from 0 to 1. */
  static double forTasksShare(Workload workload, List<Subject> subjects) {
    long all = 0;
    long forTasks = 0;
    for (Map.Entry<WaitKey, WaitStatistics> wait : of(workload, subjects).toList()) {
      long nanos = wait.getValue().total().totalNanos();
      all += nanos;
      forTasks += awaitsTask(wait.getKey().site()) ? nanos : 0;
    }
    return all == 0 ? 0 : (double) forTasks / all;
  }

  /** Whether the thread itself waits for another task there, not just runs in a task. */
  static boolean awaitsTask(Site site) {
    return site.stack().stream()
        .takeWhile(Frames::isJdk)
        .anyMatch(method -> TASK_WAITS.stream().anyMatch(method::startsWith));
  }
}
