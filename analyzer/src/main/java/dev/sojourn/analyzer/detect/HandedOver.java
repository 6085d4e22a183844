package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Site;

/**
 * Work that somebody hands to executors list by list, waiting for all of each: it queues because it
 * was handed over, and keeps all threads busy because it is to be done soon.
 */
final class HandedOver {
  private static final String INVOKE_ALL = "java.util.concurrent.AbstractExecutorService.invokeA";

  /** Who waits for lists so much of the time does nothing else. */
  private static final double MOST = 0.5;

  private HandedOver() {}

  /** Whether a thread that runs no job waits for lists of work most of the time. */
  static boolean is(Workload workload) {
    long nanos =
        workload.waits().entrySet().stream()
            .filter(wait -> !wait.getKey().actor().job() && isForList(wait.getKey().site()))
            .mapToLong(wait -> wait.getValue().total().totalNanos())
            .sum();
    return workload.hasJobs() && nanos >= MOST * workload.coveredNanos();
  }

  private static boolean isForList(Site site) {
    return site.stack().stream().anyMatch(method -> method.startsWith(INVOKE_ALL));
  }
}
