package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
    Set<Metric> metrics = new HashSet<>();
    entries.forEach(entry -> metrics.addAll(entry.run().values().keySet()));
    return Metric.mixedUnits(metrics);
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
