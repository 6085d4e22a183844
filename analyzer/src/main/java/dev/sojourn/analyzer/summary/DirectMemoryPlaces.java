package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Who keeps memory outside the heap, as far as the agent saw it allocated.
 *
 * @param byKey statistics by job and place
 */
public record DirectMemoryPlaces(Map<DirectMemoryKey, DirectMemoryStatistics> byKey)
    implements Part<DirectMemoryPlaces> {
  /** Nothing. */
  public static final DirectMemoryPlaces EMPTY = new DirectMemoryPlaces(Map.of());

  @Override
  public DirectMemoryPlaces plus(DirectMemoryPlaces other) {
    return new DirectMemoryPlaces(Sums.ofParts(byKey, other.byKey));
  }
}
