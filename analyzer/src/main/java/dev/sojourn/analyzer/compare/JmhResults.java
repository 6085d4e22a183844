package dev.sojourn.analyzer.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sojourn.analyzer.statistics.HarrellDavis;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * JMH's JSON results. A fork is a run, and the median of its iterations its number; iterations of
 * one fork say nothing of how forks differ. Of the secondary metrics only the allocation per
 * operation is taken, as the others do not say which way they improve.
 */
final class JmhResults {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final Map<String, String> MODES =
      Map.of(
          "thrpt", "throughput",
          "avgt", "time",
          "sample", "time",
          "ss", "time");

  private final Path path;
  private final RunTable table;

  private JmhResults(Path path) {
    this.path = path;
    this.table = new RunTable(path);
  }

  static List<Run> read(Path path, JsonNode root) {
    JmhResults results = new JmhResults(path);
    for (int i = 0; i < root.size(); i++) {
      results.benchmark(root.get(i), "[" + i + "]");
    }
    return results.table.runs();
  }

  private void benchmark(JsonNode node, String place) {
    String name = node.path("benchmark").asText("");
    String mode = node.path("mode").asText("");
    JsonNode primary = node.path("primaryMetric");
    if (name.isEmpty() || !MODES.containsKey(mode) || !primary.isObject()) {
      throw new UnreadableException(
          path, place + ": not a JMH result; benchmark, mode and primaryMetric are needed");
    }
    String subject = name + parameters(node.path("params"));
    if (mode.equals("sample") && primary.has("rawDataHistogram")) {
      new JmhSamples(table, subject, primary, place).read();
    } else {
      forks(subject, MODES.get(mode), primary, place);
    }
    node.path("secondaryMetrics")
        .properties()
        .forEach(
            entry -> {
              // Older releases put a middle dot before the names of profilers' metrics.
              if (entry.getKey().replace("·", "").equals(ALLOCATION)) {
                forks(subject, "allocation", entry.getValue(), place);
              }
            });
  }

  private void forks(String subject, String name, JsonNode node, String place) {
    String unit = node.path("scoreUnit").asText("");
    JsonNode forks = node.path("rawData");
    Better better = name.equals("throughput") ? Better.HIGHER : Better.LOWER;
    Metric metric = new Metric(subject, name, unit, better);
    if (forks.isEmpty()) {
      throw new UnreadableException(
          path, place + ".rawData: missing; run JMH with -rf json, whose results carry it");
    }
    for (int fork = 0; fork < forks.size(); fork++) {
      String at = "%s.rawData[%d]".formatted(place, fork);
      table.put(String.valueOf(fork + 1), metric, median(forks.get(fork), at), at);
    }
  }

  private double median(JsonNode iterations, String place) {
    double[] values =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterations.elements(), 0), false)
            .mapToDouble(value -> value.isNumber() ? value.doubleValue() : Double.NaN)
            .toArray();
    if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
      throw new UnreadableException(path, place + ": numbers are needed");
    }
    return HarrellDavis.quantile(values, 0.5);
  }

  private static String parameters(JsonNode params) {
    String text =
        params.properties().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
            .sorted()
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
