package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a store holds.
 *
 * @param entries runs in order of time
 * @param faults lines that could not be read, a sentence each
 */
public record History(List<HistoryEntry> entries, List<String> faults) {
  /** Copies the lists. */
  public History {
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /** The series of each metric. */
  public List<MetricSeries> series() {
    SortedMap<Metric, List<HistoryEntry>> byMetric = new TreeMap<>();
    for (HistoryEntry entry : entries) {
      for (Metric metric : entry.run().values().keySet()) {
        byMetric.computeIfAbsent(metric, key -> new ArrayList<>()).add(entry);
      }
    }
    return byMetric.entrySet().stream()
        .map(metric -> MetricSeries.of(metric.getKey(), metric.getValue()))
        .toList();
  }

  /** Metrics that stand in it in several units, a sentence each: none of their series is whole. */
  public List<String> mixedUnits() {
    List<String> mixed = new ArrayList<>();
    SortedSet<Metric> metrics = new TreeSet<>();
    entries.forEach(entry -> metrics.addAll(entry.run().values().keySet()));
    Metric previous = null;
    for (Metric metric : metrics) {
      if (previous != null && previous.sameQuantity(metric)) {
        mixed.add(
            "mixed units: %s is in \"%s\" (%s is better) and in \"%s\" (%s is better)"
                .formatted(
                    metric.label(),
                    previous.unit(),
                    previous.better().label(),
                    metric.unit(),
                    metric.better().label()));
      }
      previous = metric;
    }
    return mixed;
  }

  /** This and more runs. */
  public History plus(List<HistoryEntry> more) {
    List<HistoryEntry> all = new ArrayList<>(entries);
    all.addAll(more);
    return new History(all.stream().sorted(HistoryEntry.ORDER).toList(), faults);
  }

  /** How each metric varies between runs of unchanged code, as far as this tells. */
  public Map<Metric, Noise> noise() {
    Map<Metric, Noise> noise = new TreeMap<>();
    series().forEach(series -> noise.put(series.metric(), series.noise()));
    return noise;
  }
}
