package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pool of which no thread does anything any more, while those who gave it work go on as before. A
 * wait that does not end leaves no event, so its silence is all there is; what its threads waited
 * for before tells what for, if anything does.
 *
 * @param crew the pool
 * @param workload with the recording that it is in
 * @param sinceEpochNanos when it fell silent
 */
record StuckCrew(Crew crew, Workload workload, long sinceEpochNanos) {
  private static final double LEAST_SILENT_SHARE = 0.2;
  private static final int LEAST_TASKS = 5;

  /** So many times as long as its threads ever waited for work, each of them. */
  private static final double LONGER_THAN_EVER = 10;

  /** Who wakes up at least so many times for each task may give them. */
  private static final double LEAST_WAKES_PER_TASK = 0.5;

  private static final double AS_BEFORE = 0.7;

  private static final double NANOS_PER_SECOND = 1e9;

  /** All that there are. */
  static List<StuckCrew> all(Workload workload) {
    return workload.crews().stream()
        .filter(crew -> crew.source().isPresent() && crew.isKnown())
        .filter(crew -> crew.taken() >= LEAST_TASKS * crew.threads())
        .map(crew -> new StuckCrew(crew, workload, end(crew)))
        .filter(StuckCrew::isSilent)
        .filter(stuck -> stuck.goesOn() && !stuck.isReplaced())
        .toList();
  }

  private static long end(Crew crew) {
    long last = crew.series().bins().keySet().stream().max(Comparator.naturalOrder()).orElse(0L);
    return (long) (last * NANOS_PER_SECOND) + crew.series().binNanos();
  }

  private boolean isSilent() {
    long longest =
        crew.series().bins().values().stream()
            .mapToLong(bin -> crew.idle(bin).maxNanos())
            .max()
            .orElse(0);
    return silentNanos() >= LEAST_SILENT_SHARE * workload.coveredNanos()
        && silentNanos() >= LONGER_THAN_EVER * longest;
  }

  private long silentNanos() {
    return workload.endEpochNanos() - sinceEpochNanos;
  }

  /**
   * Whether some other thread wakes up as often as before, and often enough to be who gave work.
   */
  private boolean goesOn() {
    double perSecond = takenPerSecond(crew, true);
    return workload.waits().entrySet().stream()
        .filter(wait -> !wait.getKey().actor().name().equals(crew.group()))
        .map(wait -> wait.getValue().series())
        .anyMatch(
            wakes ->
                wakesPerSecond(wakes, true) >= LEAST_WAKES_PER_TASK * perSecond
                    && wakesPerSecond(wakes, false) >= AS_BEFORE * wakesPerSecond(wakes, true));
  }

  /** Whether another pool does the work since then. */
  private boolean isReplaced() {
    double least = LEAST_WAKES_PER_TASK * takenPerSecond(crew, true);
    return workload.crews().stream()
        .filter(other -> !other.name().equals(crew.name()))
        .anyMatch(
            other ->
                takenPerSecond(other, false) >= least
                    && takenPerSecond(other, false) > 2 * takenPerSecond(other, true));
  }

  private double takenPerSecond(Crew some, boolean before) {
    long taken = 0;
    for (Map.Entry<Long, WorkerTimes> bin : some.series().bins().entrySet()) {
      taken += isBefore(bin.getKey()) == before ? some.idle(bin.getValue()).count() : 0;
    }
    return taken / seconds(before);
  }

  private double wakesPerSecond(Series<TimeTotal> series, boolean before) {
    long wakes = 0;
    for (Map.Entry<Long, TimeTotal> bin : series.bins().entrySet()) {
      wakes += isBefore(bin.getKey()) == before ? bin.getValue().count() : 0;
    }
    return wakes / seconds(before);
  }

  private boolean isBefore(long epochSecond) {
    return epochSecond * NANOS_PER_SECOND < sinceEpochNanos;
  }

  private double seconds(boolean before) {
    long nanos = before ? sinceEpochNanos - workload.beginEpochNanos() : silentNanos();
    return Math.max(1, nanos) / NANOS_PER_SECOND;
  }

  /** Where its tasks waited for other tasks, if they did. */
  Optional<Site> waitForTask() {
    return workload.waits().entrySet().stream()
        .filter(wait -> wait.getKey().actor().name().equals(crew.group()))
        .filter(wait -> Standing.awaitsTask(wait.getKey().site()))
        .max(Comparator.comparingLong(wait -> wait.getValue().total().totalNanos()))
        .map(wait -> wait.getKey().site());
  }

  /** The lock that its tasks were blocked by most, if they were. */
  Optional<Map.Entry<LockKey, Site>> lock() {
    return workload.summary().locks().byKey().entrySet().stream()
        .filter(
            lock ->
                lock.getValue().victims().keySet().stream()
                    .anyMatch(actor -> actor.name().equals(crew.group())))
        .max(Comparator.comparingLong(lock -> lock.getValue().eventNanos()))
        .flatMap(
            lock ->
                lock.getValue().waitSites().entrySet().stream()
                    .max(Comparator.comparingLong(site -> site.getValue().totalNanos()))
                    .map(site -> Map.entry(lock.getKey(), site.getKey())));
  }

  /** Whether its tasks were seen to wait for something outside of the JVM. */
  boolean asksOthers() {
    return workload.summary().endpoints().byKey().values().stream()
        .flatMap(endpoint -> endpoint.actors().keySet().stream())
        .anyMatch(actor -> actor.name().equals(crew.group()));
  }

  Finding finding(Kind kind, Culprit culprit) {
    Impact impact = new Impact(Metric.THROUGHPUT_PER_SECOND, takenPerSecond(crew, true), 0, 0);
    return Finding.of(kind, Severity.CRITICAL, Confidence.LOW, impact)
        .withJobs(List.of(crew.group()))
        .withCulprit(culprit)
        .since(sinceEpochNanos)
        .withEvidence(
            Evidence.count("threads of which none does anything any more", crew.threads()),
            Evidence.share(
                "of the time since then", (double) silentNanos() / workload.coveredNanos()))
        .withCaveats(Caveats.and(workload, new Caveat(Caveat.Bias.SILENT_THREADS, crew.name())));
  }
}
