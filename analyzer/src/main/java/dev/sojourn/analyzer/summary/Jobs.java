package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * The jobs.
 *
 * @param byName statistics by the job's name
 */
public record Jobs(Map<String, JobStatistics> byName) implements Part<Jobs> {
  /** Nothing. */
  public static final Jobs EMPTY = new Jobs(Map.of());

  @Override
  public Jobs plus(Jobs other) {
    return new Jobs(Sums.ofParts(byName, other.byName));
  }
}
