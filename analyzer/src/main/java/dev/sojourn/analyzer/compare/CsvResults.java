package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers of any benchmark as CSV: a header, then a line per run and metric. Columns {@code run},
 * {@code metric} and {@code value} must be there, {@code subject}, {@code unit} and {@code better}
 * may.
 */
final class CsvResults {
  private static final Set<String> COLUMNS =
      Set.of("run", "subject", "metric", "value", "unit", "better");
  private static final List<String> NEEDED = List.of("run", "metric", "value");

  private final Path path;
  private final RunTable table;
  private List<String> header = List.of();

  private CsvResults(Path path) {
    this.path = path;
    this.table = new RunTable(path);
  }

  static List<Run> read(Path path) throws IOException {
    CsvResults results = new CsvResults(path);
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        results.line(number == 1 ? withoutByteOrderMark(line) : line, number);
      }
    }
    return results.table.runs();
  }

  /** Spreadsheets begin their files with one. */
  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private void line(String line, int number) {
    if (line.isBlank()) {
      return;
    }
    List<String> cells = cells(line, number);
    if (header.isEmpty()) {
      header = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
      requireColumns(number);
    } else if (cells.size() != header.size()) {
      throw wrong(number, cells.size() + " cells where the header has " + header.size());
    } else {
      row(cells, number);
    }
  }

  private void requireColumns(int number) {
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        throw wrong(
            number,
            "unknown column \"%s\"; known are run, subject, metric, value, unit, better"
                .formatted(column));
      }
    }
    for (String column : NEEDED) {
      if (!header.contains(column)) {
        throw wrong(number, "the header lacks the column \"%s\"".formatted(column));
      }
    }
  }

  private void row(List<String> cells, int number) {
    String unit = cell(cells, "unit").orElse("");
    Metric metric =
        new Metric(
            cell(cells, "subject").orElse(""),
            cell(cells, "metric").orElseThrow(() -> wrong(number, "the metric has no name")),
            unit,
            cell(cells, "better").map(word -> better(word, number)).orElse(Direction.ofUnit(unit)));
    String run = cell(cells, "run").orElseThrow(() -> wrong(number, "the run has no name"));
    table.put(run, metric, value(cell(cells, "value").orElse(""), number), "line " + number);
  }

  private Optional<String> cell(List<String> cells, String column) {
    int index = header.indexOf(column);
    return index < 0 ? Optional.empty() : Optional.of(cells.get(index)).filter(c -> !c.isEmpty());
  }

  private double value(String text, int number) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong(number, "\"%s\" is not a number such as 12.5".formatted(text));
    }
  }

  private Better better(String word, int number) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "lower" -> Better.LOWER;
      case "higher" -> Better.HIGHER;
      default -> throw wrong(number, "better is \"%s\"; it is lower or higher".formatted(word));
    };
  }

  /** Cells of a line; quotes as in RFC 4180, but a cell ends with its line. */
  private List<String> cells(String line, int number) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw wrong(number, "a quote is not closed");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private UnreadableException wrong(int number, String what) {
    return new UnreadableException(path, "line " + number + ": " + what);
  }
}
