package dev.sojourn.examples.faults;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All scores as Markdown: a line for each half and way of recording, then a line for each service.
 */
final class ScoreTable {
  private final List<Row> rows = new ArrayList<>();

  private record Row(Case service, String recordedBy, Score score) {}

  void add(Case service, Jdk jdk, Mode mode, Score score) {
    rows.add(new Row(service, "JDK " + jdk.feature() + ", " + mode, score));
  }

  /** Whether every cause is named first and every calm twin is silent. */
  boolean flawless() {
    return rows.stream()
        .map(Row::score)
        .allMatch(score -> score.namedFirst() && score.falseAlarms().isEmpty());
  }

  String markdown() {
    StringBuilder text =
        new StringBuilder(
            header(
                "recorded by",
                "half",
                "services",
                "named first",
                "kind right",
                "culprit right",
                "victims right",
                "calm twins with an alarm"));
    Set<String> ways = new LinkedHashSet<>();
    rows.forEach(row -> ways.add(row.recordedBy()));
    for (String way : ways) {
      appendTotal(text, way, "tuning", rows(way, true));
      appendTotal(text, way, "held out", rows(way, false));
    }
    text.append('\n');
    text.append(
        header(
            "service",
            "half",
            "planted",
            "recorded by",
            "rank",
            "culprit",
            "victims",
            "first finding",
            "alarms of the calm twin"));
    rows.forEach(row -> append(text, row));
    return text.toString();
  }

  private List<Row> rows(String way, boolean tuning) {
    return rows.stream()
        .filter(row -> row.recordedBy().equals(way) && row.service().tuning() == tuning)
        .toList();
  }

  private static void appendTotal(StringBuilder text, String way, String half, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Score> scores = rows.stream().map(Row::score).toList();
    text.append(
        line(
            way,
            half,
            scores.size(),
            scores.stream().filter(Score::namedFirst).count(),
            scores.stream().filter(score -> score.rank() > 0).count(),
            scores.stream().filter(Score::culpritRight).count(),
            scores.stream().filter(Score::victimsRight).count(),
            scores.stream().filter(score -> !score.falseAlarms().isEmpty()).count()));
  }

  private static void append(StringBuilder text, Row row) {
    Score score = row.score();
    String missing = score.cannotTell() ? "cannot tell" : "–";
    text.append(
        line(
            row.service().name(),
            row.service().tuning() ? "tuning" : "held out",
            row.service().expectation().planted(),
            row.recordedBy(),
            score.rank() > 0 ? score.rank() : missing,
            score.culpritRight() ? "yes" : "no",
            score.victimsRight() ? "yes" : "no",
            score.firstKind().isEmpty() ? "–" : score.firstKind(),
            score.falseAlarms().isEmpty() ? "–" : String.join(", ", score.falseAlarms())));
  }

  private static String header(Object... cells) {
    return line(cells) + "|" + " --- |".repeat(cells.length) + "\n";
  }

  private static String line(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    return line.append('\n').toString();
  }
}
