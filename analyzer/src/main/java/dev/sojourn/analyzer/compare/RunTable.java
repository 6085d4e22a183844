package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects one number per run and metric from a file. Not thread-safe. */
final class RunTable {
  private final Path path;
  private final Map<String, SortedMap<Metric, Double>> runs = new LinkedHashMap<>();

  RunTable(Path path) {
    this.path = path;
  }

  /**
   * Adds a number.
   *
   * @param place where in the file it stands, for messages
   */
  void put(String run, Metric metric, double value, String place) {
    if (!Double.isFinite(value) || value < 0) {
      throw new UnreadableException(
          path,
          "%s: %s is %s; a finite number that is not negative is needed"
              .formatted(place, metric.label(), value));
    }
    Double before = runs.computeIfAbsent(run, key -> new TreeMap<>()).put(metric, value);
    if (before != null) {
      throw new UnreadableException(
          path,
          "%s: %s stands twice in run %s; one number per run and metric is needed"
              .formatted(place, metric.label(), run));
    }
  }

  List<Run> runs() {
    if (runs.isEmpty()) {
      throw new UnreadableException(path, "no measurements in it");
    }
    return runs.entrySet().stream()
        .map(entry -> Run.of(path + " run " + entry.getKey(), entry.getValue()))
        .toList();
  }
}
