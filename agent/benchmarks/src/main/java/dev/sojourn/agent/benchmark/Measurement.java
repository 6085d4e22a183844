package dev.sojourn.agent.benchmark;

import java.util.Locale;

/**
 * What one JVM measured.
 *
 * @param jdk its version
 * @param nanos per operation
 */
record Measurement(String jdk, Row row, Subject subject, double nanos) {
  static Measurement parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Measurement(
        fields[0],
        Row.valueOf(fields[1]),
        Subject.valueOf(fields[2]),
        Double.parseDouble(fields[3]));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s\t%s\t%s\t%.2f", jdk, row, subject, nanos);
  }
}
