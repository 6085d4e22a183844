package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the metrics of recorded runs alike: a lock that nobody waited for in a run was blocked on
 * for no time at all there, and what is next to nothing in every run is not worth a test.
 */
public final class Alignment {
  /**
   * Blocked time below this part of the sojourn time in every run is left out, and so is a job
   * below this part of all service time: they only add tests, at the cost of those that matter.
   */
  private static final double LEAST_RATIO = 0.01;

  private final SortedMap<Metric, Double> scales = new TreeMap<>();
  private final SortedMap<Metric, Double> most = new TreeMap<>();

  private final Set<String> jobsThatMatter = new TreeSet<>();
  private final Set<String> jobs = new TreeSet<>();

  private Alignment(Collection<Run> runs, Collection<RecordedRun> recorded) {
    recorded.forEach(this::addJobs);
    for (Run run : runs) {
      run.scales().forEach((metric, scale) -> scales.merge(metric, scale, Math::max));
      run.values().forEach((metric, value) -> most.merge(metric, value, Math::max));
    }
  }

  /**
   * The runs of one side, aligned with those of both.
   *
   * @param all the runs of both sides
   * @param recorded those of them that were recorded
   */
  public static List<Run> aligned(
      List<Run> side, Collection<Run> all, Collection<RecordedRun> recorded) {
    Alignment alignment = new Alignment(all, recorded);
    return side.stream().map(alignment::aligned).toList();
  }

  private void addJobs(RecordedRun run) {
    Map<String, JobStatistics> byName = run.summary().jobs().byName();
    double all = byName.values().stream().mapToDouble(Alignment::serviceNanos).sum();
    jobs.addAll(byName.keySet());
    byName.forEach(
        (job, statistics) -> {
          if (serviceNanos(statistics) >= LEAST_RATIO * all) {
            jobsThatMatter.add(job);
          }
        });
  }

  private static double serviceNanos(JobStatistics statistics) {
    return statistics.total().serviceNanos();
  }

  private Run aligned(Run run) {
    SortedMap<Metric, Double> values = new TreeMap<>(run.values());
    SortedMap<Metric, Double> ownScales = new TreeMap<>(run.scales());
    most.forEach(
        (metric, largest) -> {
          boolean lock = metric.name().equals(SummaryMetrics.LOCK_BLOCKED);
          if (lock && !values.containsKey(metric)) {
            values.put(metric, 0.0);
            ownScales.put(metric, scales.getOrDefault(metric, 0.0));
          }
          double least = lock ? LEAST_RATIO * scales.getOrDefault(metric, 0.0) : 0;
          if (metric.unit().equals(SummaryMetrics.SHARE) ? largest == 0 : lock && largest < least) {
            values.remove(metric);
          }
        });
    values
        .keySet()
        .removeIf(m -> jobs.contains(m.subject()) && !jobsThatMatter.contains(m.subject()));
    return new Run(run.name(), values, ownScales);
  }
}
