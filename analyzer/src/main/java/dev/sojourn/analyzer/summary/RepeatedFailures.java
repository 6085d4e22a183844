package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What fails again and again within single runs.
 *
 * @param byKey how often something failed again, and how long it took until it did
 */
public record RepeatedFailures(Map<RepeatedFailureKey, TimeTotal> byKey)
    implements Part<RepeatedFailures> {
  /** Nothing. */
  public static final RepeatedFailures EMPTY = new RepeatedFailures(Map.of());

  @Override
  public RepeatedFailures plus(RepeatedFailures other) {
    return new RepeatedFailures(Sums.ofParts(byKey, other.byKey));
  }
}
