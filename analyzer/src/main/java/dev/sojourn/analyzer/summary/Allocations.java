package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Sampled allocation.
 *
 * @param byKey samples and the bytes that they stand for
 * @param byActor the same by who allocated, and time
 */
public record Allocations(Map<AllocationKey, Amount> byKey, Map<Actor, Series<Amount>> byActor)
    implements Part<Allocations> {
  /** Nothing. */
  public static final Allocations EMPTY = new Allocations(Map.of(), Map.of());

  @Override
  public Allocations plus(Allocations other) {
    return new Allocations(Sums.ofParts(byKey, other.byKey), Sums.ofParts(byActor, other.byActor));
  }
}
