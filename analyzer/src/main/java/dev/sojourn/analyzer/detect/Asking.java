package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.QueueWords;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WorkSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Jobs that hand tasks over and wait for them, keeping their own thread meanwhile.
 *
 * @param workload what they are part of
 */
record Asking(Workload workload) {
  private static final double MOSTLY = 0.5;

  /** They keep so much of a pool from the tasks that they wait for. */
  private static final double KEPT_SHARE = 0.25;

  /** And those wait for a thread for so much of their time. */
  private static final double QUEUED_SHARE = 0.3;

  /** Whether the threads of a pool wait for tasks that queue for these threads. */
  boolean starves(List<Subject> inPool) {
    double keptNanos = 0;
    double serviceNanos = 0;
    boolean queued = false;
    for (Subject subject : inPool) {
      boolean asks = asks(subject);
      serviceNanos += subject.serviceNanos();
      keptNanos += asks ? subject.serviceNanos() : 0;
      queued |= !asks && subject.waitingShare() >= QUEUED_SHARE;
    }
    return queued && keptNanos >= KEPT_SHARE * serviceNanos;
  }

  /** Who waits for the tasks of a pool without being one, as far as the times tell. */
  Stream<Subject> askersOf(List<Subject> inPool) {
    return workload.subjects().stream()
        .filter(subject -> !inPool.contains(subject) && asks(subject))
        .filter(subject -> inPool.stream().anyMatch(asked -> mayAsk(subject, asked)));
  }

  /** Who waits for tasks that are no job of any executor, as far as the times tell. */
  List<Subject> askersOfNoExecutor() {
    return workload.subjects().stream()
        .filter(subject -> subject.job() && asks(subject) && !asksClients(subject))
        .filter(
            subject ->
                workload.subjects().stream()
                    .noneMatch(job -> !job.equals(subject) && mayAsk(subject, job)))
        .toList();
  }

  /**
   * Groups of threads that are kept waiting for tasks, and for how long: where the JDK does it, or
   * the program itself, neither for work nor for room. What they do besides is no part of it.
   */
  Map<String, Double> threadsThatAsk() {
    Map<String, Double> waits = new TreeMap<>();
    workload
        .waits()
        .forEach(
            (wait, statistics) -> {
              if (!wait.actor().job() && isForTask(wait)) {
                double nanos = statistics.total().totalNanos();
                waits.merge(wait.actor().name(), nanos, Double::sum);
              }
            });
    waits
        .entrySet()
        .removeIf(
            wait ->
                JvmThreads.contain(wait.getKey())
                    || wait.getValue()
                        < Harm.WARNING_SHARE * CrewStage.knownNanos(workload, wait.getKey()));
    return waits;
  }

  private static boolean isForTask(WaitKey wait) {
    Site site = wait.site();
    boolean written =
        wait.component() != Component.SLEPT
            && WorkSource.isWritten(site)
            && !QueueWords.takesOrGets(site.method())
            && !CrewStage.isForRoom(site);
    return written || Standing.awaitsTask(site);
  }

  private boolean mayAsk(Subject asker, Subject asked) {
    double meanNanos = waitNanos(asker) / Math.max(1, asker.runs());
    return asked.runs() >= asker.runs() && asked.meanSojournNanos() >= MOSTLY * meanNanos;
  }

  private boolean asksClients(Subject subject) {
    return Standing.of(workload, List.of(subject))
        .anyMatch(wait -> Downstream.isClient(wait.getKey().site()));
  }

  private boolean asks(Subject subject) {
    return subject.serviceNanos() > 0 && waitNanos(subject) >= MOSTLY * subject.serviceNanos();
  }

  /** How long all its runs waited for tasks. */
  double waitNanos(Subject subject) {
    return Standing.of(workload, List.of(subject))
        .filter(wait -> Standing.awaitsTask(wait.getKey().site()))
        .mapToDouble(wait -> wait.getValue().total().totalNanos())
        .sum();
  }
}
