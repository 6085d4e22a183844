package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobTimes;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of one recorded run. Quantiles are taken within the run, as far out as its runs of
 * jobs carry them, and never over several runs. Not thread-safe.
 */
final class SummaryMetrics {
  static final String LOCK_BLOCKED = "lock.blocked";

  static final String SHARE = "share";

  static final String MEAN = ".mean";

  static final String CPU = "cpu";

  private static final double MEDIAN = 0.5;
  static final Map<String, Double> QUANTILES =
      Map.of("p50", MEDIAN, "p90", 0.9, "p99", 0.99, "p99.9", 0.999);

  /** A quantile with fewer values beyond it is an accident. */
  private static final double FEWEST_BEYOND = 10;

  /** One failure more in a thousand runs is two percent of this. */
  private static final double FAILURE_SCALE = 0.05;

  /** One percent more of all time in pauses is two percent of this. */
  private static final double PAUSE_SCALE = 0.5;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Summary summary;
  private final double coveredNanos;
  private final SortedMap<Metric, Double> values = new TreeMap<>();
  private final SortedMap<Metric, Double> scales = new TreeMap<>();

  SummaryMetrics(Summary summary) {
    this.summary = summary;
    this.coveredNanos = summary.coverage().coveredNanos();
  }

  Run run(String name) {
    summary
        .jobs()
        .byName()
        .forEach((job, statistics) -> job(job, statistics.total(), statistics.times()));
    locks();
    pauses();
    return new Run(name, values, scales);
  }

  /** The mean times of all jobs, for where another run carries no more than those. */
  Run means(String name) {
    summary
        .jobs()
        .byName()
        .forEach(
            (job, statistics) -> {
              JobCounts counts = statistics.total();
              mean(job, "sojourn", sojournNanos(counts), 0);
              mean(job, "waiting", waitingNanos(counts), sojournNanos(counts));
              mean(job, "service", serviceNanos(counts), 0);
            });
    return new Run(name, values, scales);
  }

  private void job(String job, JobCounts counts, JobTimes times) {
    if (counts.runs() == 0 || Roster.isRest(job)) {
      return;
    }
    if (!quantiles(job, "sojourn", times.sojourn(), Distribution.empty())) {
      mean(job, "sojourn", sojournNanos(counts), 0);
    }
    if (counts.waitingRuns() > 0) {
      if (!quantiles(job, "waiting", times.waiting(), times.sojourn())) {
        mean(job, "waiting", waitingNanos(counts), sojournNanos(counts));
      }
      if (!quantiles(job, "service", times.service(), Distribution.empty())) {
        mean(job, "service", serviceNanos(counts), 0);
      }
    }
    if (coveredNanos > 0) {
      put(job, "throughput", "/s", counts.runs() * NANOS_PER_SECOND / coveredNanos, 0);
    }
    double offered = counts.runs() + counts.rejected();
    put(job, "failures", SHARE, counts.failures() / (double) counts.runs(), FAILURE_SCALE);
    put(job, "rejected", SHARE, counts.rejected() / offered, FAILURE_SCALE);
    if (counts.measuredRuns() > 0) {
      double measured = counts.measuredRuns();
      put(job, CPU, "ns", counts.cpuNanos() / measured, 0);
      put(job, "allocation", "bytes", counts.allocatedBytes() / measured, 0);
    }
  }

  /** Whether there are any. */
  private boolean quantiles(String job, String name, Distribution times, Distribution scale) {
    long count = times.count();
    QUANTILES.forEach(
        (quantile, q) -> {
          if (count * (1 - q) >= FEWEST_BEYOND) {
            String metric = name + "." + quantile;
            put(job, metric, "ns", times.spreadQuantileNanos(q), scale.quantileNanos(q));
          }
        });
    return count * (1 - MEDIAN) >= FEWEST_BEYOND;
  }

  private void mean(String job, String name, double nanos, double scaleNanos) {
    put(job, name + MEAN, "ns", nanos, scaleNanos);
  }

  private static double sojournNanos(JobCounts counts) {
    return counts.sojournNanos() / (double) Math.max(1, counts.runs());
  }

  private static double waitingNanos(JobCounts counts) {
    return counts.waitingNanos() / (double) Math.max(1, counts.waitingRuns());
  }

  private static double serviceNanos(JobCounts counts) {
    return counts.serviceNanos() / (double) Math.max(1, counts.runs());
  }

  /** Blocked time of each lock for each run of any job, against the mean sojourn time. */
  private void locks() {
    long runs = 0;
    double sojournNanos = 0;
    for (var statistics : summary.jobs().byName().values()) {
      runs += statistics.total().runs() - statistics.total().nested();
      sojournNanos += statistics.total().sojournNanos();
    }
    if (runs == 0) {
      return;
    }
    SortedMap<String, Long> blocked = new TreeMap<>();
    summary
        .locks()
        .byKey()
        .forEach(
            (key, statistics) -> {
              LockCounts total = statistics.account().total();
              if (isMeasured(key)) {
                blocked.merge(key.name(), total.blockedNanos(), Long::sum);
              }
            });
    for (Map.Entry<String, Long> lock : blocked.entrySet()) {
      put(lock.getKey(), LOCK_BLOCKED, "ns", lock.getValue() / (double) runs, sojournNanos / runs);
    }
  }

  /** What the rest of many names is differs from run to run. */
  private static boolean isMeasured(LockKey key) {
    return !key.family().isNotified() && !key.name().isEmpty() && !Roster.isRest(key.name());
  }

  private void pauses() {
    if (coveredNanos > 0) {
      TimeTotal total = summary.garbageCollections().pauseSeries().total(TimeTotal.EMPTY);
      put("", "gc.pauses", SHARE, total.totalNanos() / coveredNanos, PAUSE_SCALE);
    }
  }

  private void put(String subject, String name, String unit, double value, double scale) {
    Better better = name.equals("throughput") ? Better.HIGHER : Better.LOWER;
    Metric metric = new Metric(subject, name, unit, better);
    values.put(metric, value);
    if (scale > 0) {
      scales.put(metric, scale);
    }
  }
}
