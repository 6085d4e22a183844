package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the metrics of recorded runs alike: a lock that nobody waited for in a run was blocked on
 * for no time at all there, and what is next to nothing in every run is not worth a test.
 */
public final class Alignment {
  /** Blocked time that is less than this part of the sojourn time in every run is left out. */
  private static final double LEAST_RATIO = 0.01;

  private final SortedMap<Metric, Double> scales = new TreeMap<>();
  private final SortedMap<Metric, Double> most = new TreeMap<>();

  private Alignment(Collection<Run> runs) {
    for (Run run : runs) {
      run.scales().forEach((metric, scale) -> scales.merge(metric, scale, Math::max));
      run.values().forEach((metric, value) -> most.merge(metric, value, Math::max));
    }
  }

  /** The runs of one side, aligned with those of both. */
  public static List<Run> aligned(List<Run> side, List<Run> other) {
    List<Run> both = new ArrayList<>(side);
    both.addAll(other);
    Alignment alignment = new Alignment(both);
    return side.stream().map(alignment::aligned).toList();
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
    return new Run(run.name(), values, ownScales);
  }
}
