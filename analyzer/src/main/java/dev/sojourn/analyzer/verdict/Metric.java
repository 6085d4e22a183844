package dev.sojourn.analyzer.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

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

  /** Those that are measured in two units, or are better in two ways: one line for each. */
  public static List<String> mixedUnits(Collection<Metric> metrics) {
    List<String> mixed = new ArrayList<>();
    Metric previous = null;
    for (Metric metric : new TreeSet<>(metrics)) {
      if (previous != null && previous.sameQuantity(metric)) {
        mixed.add(
            "mixed units: %s is in \"%s\" (%s is better) and in \"%s\" (%s is better)"
                .formatted(
                    metric.label(),
                    previous.unit,
                    previous.better.label(),
                    metric.unit,
                    metric.better.label()));
      }
      previous = metric;
    }
    return mixed;
  }

  /** Whether both measure the same thing, be it in different units. */
  private boolean sameQuantity(Metric other) {
    return subject.equals(other.subject) && name.equals(other.name);
  }
}
