package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Makes the metrics of recorded runs alike: a lock that nobody waited for in a run was blocked on
 * for no time at all there, where one run is too short for a median all have their mean, and what
 * is next to nothing in every run is not worth a test.
 */
public final class Alignment {
  /**
   * Blocked time below this part of the sojourn time in every run is left out, and so is a job
   * below this part of all service and of all sojourn time: they only add tests, at the cost of
   * those that matter.
   */
  private static final double LEAST_RATIO = 0.01;

  private final SortedMap<Metric, Double> scales = new TreeMap<>();
  private final SortedMap<Metric, Double> most = new TreeMap<>();
  private final Map<String, Summary> summaries = new HashMap<>();
  private final Set<String> jobsThatWork = new TreeSet<>();
  private final Set<String> jobsThatWait = new TreeSet<>();
  private final Set<String> jobs = new TreeSet<>();

  /** Times of jobs of which some run has no quantile. */
  private final Set<Metric> means = new TreeSet<>();

  /** Quantiles that one side is too short for, however long the other. */
  private final Set<Metric> oneSided = new TreeSet<>();

  /** What a side has numbers of. */
  private record Known(Set<Metric> metrics, Set<String> subjects) {
    static Known of(List<Run> runs) {
      Set<Metric> metrics = new TreeSet<>();
      runs.forEach(run -> metrics.addAll(run.values().keySet()));
      Set<String> subjects = new TreeSet<>();
      metrics.forEach(metric -> subjects.add(metric.subject()));
      return new Known(metrics, subjects);
    }

    /** Whether it has numbers of the job, but not this one. */
    boolean lacks(Metric metric) {
      return !metrics.contains(metric) && subjects.contains(metric.subject());
    }
  }

  private Alignment(List<Run> side, List<Run> other, Collection<RecordedRun> recorded) {
    recorded.forEach(this::addJobs);
    for (Run run : Stream.concat(side.stream(), other.stream()).toList()) {
      run.scales().forEach((metric, scale) -> scales.merge(metric, scale, Math::max));
      run.values().forEach((metric, value) -> most.merge(metric, value, Math::max));
    }
    List<Known> sides = List.of(Known.of(side), Known.of(other));
    for (Metric metric : most.keySet()) {
      if (jobs.contains(metric.subject()) && metric.name().endsWith(SummaryMetrics.MEAN)) {
        means.add(metric);
      } else if (isQuantile(metric) && sides.stream().anyMatch(each -> each.lacks(metric))) {
        oneSided.add(metric);
      }
    }
  }

  /**
   * The runs of one side, aligned with those of the other.
   *
   * @param recorded those of both that were recorded
   */
  public static List<Run> aligned(
      List<Run> side, List<Run> other, Collection<RecordedRun> recorded) {
    Alignment alignment = new Alignment(side, other, recorded);
    return side.stream().map(alignment::aligned).toList();
  }

  private void addJobs(RecordedRun run) {
    summaries.put(run.run().name(), run.summary());
    Map<String, JobStatistics> byName = run.summary().jobs().byName();
    jobs.addAll(byName.keySet());
    jobsThatWork.addAll(thoseThatMatter(byName, job -> job.total().serviceNanos()));
    // A short job that waits for long ones has next to no service time, and is their victim.
    jobsThatWait.addAll(thoseThatMatter(byName, job -> job.total().sojournNanos()));
  }

  private static Set<String> thoseThatMatter(
      Map<String, JobStatistics> byName, ToDoubleFunction<JobStatistics> nanos) {
    Set<String> jobs = new TreeSet<>();
    double all = byName.values().stream().mapToDouble(nanos).sum();
    byName.forEach(
        (job, statistics) -> {
          if (nanos.applyAsDouble(statistics) >= LEAST_RATIO * all) {
            jobs.add(job);
          }
        });
    return jobs;
  }

  private boolean isQuantile(Metric metric) {
    return jobs.contains(metric.subject()) && metric.name().matches(".+\\.p[0-9.]+");
  }

  private Run aligned(Run run) {
    SortedMap<Metric, Double> values = new TreeMap<>(run.values());
    SortedMap<Metric, Double> ownScales = new TreeMap<>(run.scales());
    most.forEach((metric, largest) -> alignLock(metric, largest, values, ownScales));
    if (!means.isEmpty() && summaries.containsKey(run.name())) {
      Run all = new SummaryMetrics(summaries.get(run.name())).means(run.name());
      all.values().keySet().stream()
          .filter(means::contains)
          .forEach(
              mean -> {
                values.put(mean, all.values().get(mean));
                ownScales.put(mean, all.scales().getOrDefault(mean, 0.0));
              });
    }
    values.keySet().removeIf(this::isLeftOut);
    return new Run(run.name(), values, ownScales);
  }

  private void alignLock(
      Metric metric,
      double largest,
      SortedMap<Metric, Double> values,
      SortedMap<Metric, Double> ownScales) {
    boolean lock = metric.name().equals(SummaryMetrics.LOCK_BLOCKED);
    if (lock && !values.containsKey(metric)) {
      values.put(metric, 0.0);
      ownScales.put(metric, scales.getOrDefault(metric, 0.0));
    }
    double least = lock ? LEAST_RATIO * scales.getOrDefault(metric, 0.0) : 0;
    if (metric.unit().equals(SummaryMetrics.SHARE) ? largest == 0 : lock && largest < least) {
      values.remove(metric);
    }
  }

  private boolean isLeftOut(Metric metric) {
    return !matters(metric) || oneSided.contains(metric) || isQuantile(metric) && hasMean(metric);
  }

  private boolean matters(Metric metric) {
    String job = metric.subject();
    boolean waits = metric.name().matches("(sojourn|waiting)\\..+") && jobsThatWait.contains(job);
    return !jobs.contains(job) || jobsThatWork.contains(job) || waits;
  }

  private boolean hasMean(Metric quantile) {
    String name = quantile.name().replaceFirst("\\.p[0-9.]+$", SummaryMetrics.MEAN);
    return means.contains(new Metric(quantile.subject(), name, quantile.unit(), quantile.better()));
  }
}
