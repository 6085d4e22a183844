package dev.sojourn.agent.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The measurements as a table in Markdown: for each row and subject the median over its JVMs, the
 * least and the most of them, and the ratio to the floor of the same run. A median whose spread
 * exceeds half of it is withheld.
 */
final class Table {
  private final List<Measurement> all;

  Table(List<Measurement> all) {
    this.all = List.copyOf(all);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    for (String jdk : all.stream().map(Measurement::jdk).distinct().toList()) {
      text.append(String.format("%nJDK %s%n%n", jdk));
      text.append(String.format("| what | with | JVMs | ns | least to most | ratio | goal |%n"));
      text.append(String.format("| --- | --- | --- | --- | --- | --- | --- |%n"));
      for (Row row : Row.values()) {
        for (Subject subject : Subject.values()) {
          text.append(line(jdk, row, subject));
        }
      }
    }
    return text.toString();
  }

  private String line(String jdk, Row row, Subject subject) {
    double[] values = sorted(jdk, row, subject);
    double[] floor = sorted(jdk, row, Subject.NONE);
    if (values.length == 0) {
      return "";
    }
    boolean steady = isSteady(values);
    String ratio =
        steady && isSteady(floor) && subject != Subject.NONE
            ? format("%.2f x", median(values) / median(floor)) + inClocks(jdk, row, values, floor)
            : "";
    return format(
        "| %s | %s | %d | %s | %.1f to %.1f | %s | %s |%n",
        row.title(),
        subject.title(),
        values.length,
        steady ? format("%.1f", median(values)) : "withheld",
        values[0],
        values[values.length - 1],
        ratio,
        subject == Subject.SOJOURN ? row.goal() : "");
  }

  /** What is added, as a multiple of two readings of the clock. */
  private String inClocks(String jdk, Row row, double[] values, double[] floor) {
    double[] clock = sorted(jdk, Row.CLOCK, Subject.NONE);
    return (row == Row.METHOD || row == Row.OWN_METHOD) && clock.length > 0
        ? format(", +%.2f F", (median(values) - median(floor)) / median(clock))
        : "";
  }

  private double[] sorted(String jdk, Row row, Subject subject) {
    return all.stream()
        .filter(m -> m.jdk().equals(jdk) && m.row() == row && m.subject() == subject)
        .mapToDouble(Measurement::nanos)
        .sorted()
        .toArray();
  }

  private static boolean isSteady(double[] sorted) {
    return sorted.length > 0 && sorted[sorted.length - 1] - sorted[0] <= median(sorted) / 2;
  }

  private static double median(double[] sorted) {
    return Arrays.stream(sorted)
        .skip((sorted.length - 1) / 2)
        .limit(2 - sorted.length % 2)
        .average()
        .orElseThrow();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
