package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.JobTimes;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The entries of jobs. */
final class JobEntries {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double TAIL_QUANTILE = 0.99;

  private JobEntries() {}

  static List<JobEntry> of(Summary summary) {
    long coveredNanos = summary.coverage().coveredNanos();
    Comparator<Map.Entry<String, JobStatistics>> order =
        Comparator.comparingLong(job -> -job.getValue().total().sojournNanos());
    return summary.jobs().byName().entrySet().stream()
        .sorted(order.thenComparing(Map.Entry.comparingByKey()))
        .map(job -> entry(job.getKey(), job.getValue(), coveredNanos))
        .toList();
  }

  private static JobEntry entry(String name, JobStatistics job, long coveredNanos) {
    JobCounts total = job.total();
    JobTimes times = job.times();
    return new JobEntry(
        name,
        total.runs(),
        total.failures(),
        total.rejected(),
        coveredNanos == 0 ? 0 : total.runs() * NANOS_PER_SECOND / coveredNanos,
        quantiles(times.sojourn()),
        quantiles(times.waiting()),
        quantiles(times.service()),
        shares(job.breakdown()),
        course(job.series()));
  }

  private static Quantiles quantiles(Distribution times) {
    return times.count() == 0
        ? Quantiles.NONE
        : new Quantiles(
            times.quantileNanos(0.5),
            times.quantileNanos(0.9),
            times.quantileNanos(0.99),
            times.maxNanos());
  }

  private static List<ComponentShare> shares(Breakdown breakdown) {
    return ComponentShares.of(breakdown.total(), breakdown.tail(TAIL_QUANTILE));
  }

  /** Bins without runs are filled in, the last seconds of silence are not. */
  private static Course course(Series<JobCounts> series) {
    if (series.bins().isEmpty()) {
      return Course.UNKNOWN;
    }
    List<Long> seconds = List.copyOf(series.bins().keySet());
    long step = 1L << series.level();
    long first = seconds.get(0);
    long last = seconds.get(seconds.size() - 1);
    List<Long> runs = new ArrayList<>();
    List<Long> means = new ArrayList<>();
    for (long second = first; second <= last; second += step) {
      JobCounts bin = series.bins().getOrDefault(second, JobCounts.EMPTY);
      runs.add(bin.runs());
      means.add(bin.runs() == 0 ? 0 : bin.sojournNanos() / bin.runs());
    }
    return new Course(first * (long) NANOS_PER_SECOND, series.binNanos(), runs, means);
  }
}
