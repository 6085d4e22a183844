package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Pinned virtual threads.
 *
 * @param byKey pinned time by place
 */
public record Pins(Map<PinKey, TimeTotal> byKey) implements Part<Pins> {
  /** Nothing. */
  public static final Pins EMPTY = new Pins(Map.of());

  @Override
  public Pins plus(Pins other) {
    return new Pins(Sums.ofParts(byKey, other.byKey));
  }
}
