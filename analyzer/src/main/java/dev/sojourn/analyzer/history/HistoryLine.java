package dev.sojourn.analyzer.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run as a line of JSON ({@code sojourn-history/1}, docs/history.md). */
final class HistoryLine {
  private static final String SCHEMA = "sojourn-history/1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private HistoryLine() {}

  static String write(HistoryEntry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("schema", SCHEMA);
    line.put("commit", entry.commit());
    line.put("time", entry.time().toString());
    line.put("run", entry.run().name());
    entry
        .run()
        .values()
        .forEach(
            (metric, value) -> {
              ObjectNode node = line.withArray("values").addObject();
              node.put("subject", metric.subject());
              node.put("metric", metric.name());
              node.put("unit", metric.unit());
              node.put("better", metric.better().label());
              node.put("value", value);
              if (entry.run().scales().containsKey(metric)) {
                node.put("scale", entry.run().scales().get(metric));
              }
            });
    return line.toString();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  static HistoryEntry read(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      if (!SCHEMA.equals(line.path("schema").asText())) {
        throw new IllegalArgumentException("no line of schema " + SCHEMA);
      }
      SortedMap<Metric, Double> values = new TreeMap<>();
      SortedMap<Metric, Double> scales = new TreeMap<>();
      for (JsonNode value : line.path("values")) {
        put(value, values, scales);
      }
      Run run = new Run(line.path("run").asText(), values, scales);
      return new HistoryEntry(
          line.path("commit").asText(), Instant.parse(line.path("time").asText()), run);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a whole line of JSON", e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its time is not like 2026-01-31T12:00:00Z", e);
    }
  }

  private static void put(
      JsonNode node, SortedMap<Metric, Double> values, SortedMap<Metric, Double> scales) {
    Metric metric =
        new Metric(
            node.path("subject").asText(),
            node.path("metric").asText(),
            node.path("unit").asText(),
            Better.valueOf(node.path("better").asText("lower").toUpperCase(Locale.ROOT)));
    double value = node.path("value").asDouble(Double.NaN);
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException("the value of " + metric.name() + " is no number");
    }
    values.put(metric, value);
    if (node.has("scale")) {
      scales.put(metric, node.path("scale").asDouble());
    }
  }
}
