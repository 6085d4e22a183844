package dev.sojourn.analyzer.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The sampled times of JMH's mode {@code sample}: counts by value, in iterations, in forks.
 * Quantiles are taken of each fork, as far out as its samples carry them.
 */
final class JmhSamples {
  private static final Map<String, Double> QUANTILES =
      Map.of("time.p50", 0.5, "time.p90", 0.9, "time.p99", 0.99, "time.p99.9", 0.999);

  /** A quantile with fewer samples beyond it is an accident. */
  private static final double FEWEST_BEYOND = 10;

  private final RunTable table;
  private final String subject;
  private final JsonNode metric;
  private final String place;

  JmhSamples(RunTable table, String subject, JsonNode metric, String place) {
    this.table = table;
    this.subject = subject;
    this.metric = metric;
    this.place = place;
  }

  void read() {
    JsonNode forks = metric.path("rawDataHistogram");
    for (int fork = 0; fork < forks.size(); fork++) {
      NavigableMap<Double, Long> counts = new TreeMap<>();
      forks
          .get(fork)
          .forEach(
              iteration ->
                  iteration.forEach(
                      pair ->
                          counts.merge(pair.path(0).asDouble(), pair.path(1).asLong(), Long::sum)));
      put(String.valueOf(fork + 1), counts);
    }
  }

  private void put(String run, NavigableMap<Double, Long> counts) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    String unit = metric.path("scoreUnit").asText("");
    QUANTILES.forEach(
        (name, q) -> {
          if (total * (1 - q) >= FEWEST_BEYOND) {
            Metric quantile = new Metric(subject, name, unit, Better.LOWER);
            table.put(run, quantile, quantile(counts, total, q), place + ".rawDataHistogram");
          }
        });
  }

  private static double quantile(NavigableMap<Double, Long> counts, long total, double q) {
    long rank = (long) Math.ceil(total * q);
    long seen = 0;
    for (Map.Entry<Double, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return counts.lastKey();
  }
}
