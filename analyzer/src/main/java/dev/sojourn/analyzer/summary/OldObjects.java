package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Sampled objects that stay alive.
 *
 * @param byKey statistics by class and site
 */
public record OldObjects(Map<OldObjectKey, OldObjectStatistics> byKey) implements Part<OldObjects> {
  /** Nothing. */
  public static final OldObjects EMPTY = new OldObjects(Map.of());

  @Override
  public OldObjects plus(OldObjects other) {
    return new OldObjects(Sums.ofParts(byKey, other.byKey));
  }
}
