package dev.sojourn.agent.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the tables of frameworks: entry points, each with the lines that are indented below it, and
 * tasks that only carry others.
 */
final class FrameworkTable {
  private static final String TABLE = "/sojourn/core/frameworks.txt";
  private static final String WRAPPERS = "/sojourn/core/wrappers.txt";
  private static final Set<String> KEYS =
      Set.of("around", "job", "own", "due", "since", "attempt", "retries", "failure", "failed");

  private FrameworkTable() {}

  /** The binary names of the classes in which jobs are seen. */
  static Set<String> types() {
    return rows().stream().map(Row::type).collect(Collectors.toUnmodifiableSet());
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> points = new ArrayList<>();
    Map<String, String> cells = new HashMap<>();
    for (String line : lines(TABLE)) {
      if (line.startsWith(" ")) {
        put(cells, line.trim());
        continue;
      }
      if (!cells.isEmpty()) {
        close(rows, points, cells);
        points = new ArrayList<>();
        cells = new HashMap<>();
      }
      points.add(line.trim());
    }
    close(rows, points, cells);
    return rows;
  }

  /** The fields that hold the user's task, by the names of the classes that carry it. */
  static Map<String, String> wrappers() {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines(WRAPPERS)) {
      int bar = line.indexOf('|');
      fields.put(line.substring(0, bar).trim(), line.substring(bar + 1).trim());
    }
    return fields;
  }

  private static List<String> lines(String resource) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                FrameworkTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
      return lines;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void put(Map<String, String> cells, String line) {
    int space = line.indexOf(' ');
    String key = line.substring(0, Math.max(space, 0));
    if (!KEYS.contains(key) || cells.put(key, line.substring(space).trim()) != null) {
      throw new IllegalStateException(TABLE + ": " + line);
    }
  }

  private static void close(List<Row> rows, List<String> points, Map<String, String> cells) {
    if (!cells.containsKey("job")) {
      throw new IllegalStateException(TABLE + ": no job at " + points);
    }
    for (String point : points) {
      int hash = point.indexOf('#');
      rows.add(new Row(point.substring(0, hash), point.substring(hash + 1), cells));
    }
  }

  /**
   * An entry point.
   *
   * @param type binary name of its class
   * @param method its methods, a pattern
   * @param cells what is known about it, by the table's keys
   */
  record Row(String type, String method, Map<String, String> cells) {}
}
