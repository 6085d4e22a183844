package dev.sojourn.analyzer.verdict;

import java.util.Comparator;

/**
 * What is measured once a run.
 *
 * @param subject a job, a lock, a benchmark; empty for the whole JVM
 * @param name what of it, such as {@code sojourn.p99}
 * @param unit of the values, such as {@code ns} or {@code ops/s}; empty for a plain number
 * @param better which way it improves
 */
public record Metric(String subject, String name, String unit, Better better)
    implements Comparable<Metric> {
  private static final Comparator<Metric> ORDER =
      Comparator.comparing(Metric::subject)
          .thenComparing(Metric::name)
          .thenComparing(Metric::unit)
          .thenComparing(Metric::better);

  @Override
  public int compareTo(Metric other) {
    return ORDER.compare(this, other);
  }

  /** Both names, for messages. */
  public String label() {
    return subject.isEmpty() ? name : "%s of \"%s\"".formatted(name, subject);
  }

  /** Whether both measure the same thing, be it in different units. */
  public boolean sameQuantity(Metric other) {
    return subject.equals(other.subject) && name.equals(other.name);
  }
}
