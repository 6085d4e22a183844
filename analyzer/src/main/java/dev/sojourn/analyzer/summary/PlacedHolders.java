package dev.sojourn.analyzer.summary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a holder was is not always known; then it was where it held that lock most at other times.
 * Of all chunks together, since the other time may be in any of them.
 */
final class PlacedHolders {
  private PlacedHolders() {}

  static Map<LockOwner, Blame> of(Map<LockOwner, Blame> holders) {
    Map<LockOwner, Blame> placed = new HashMap<>();
    holders.forEach((owner, blame) -> placed.merge(placed(owner, holders), blame, Blame::plus));
    return Sums.sorted(placed);
  }

  private static LockOwner placed(LockOwner owner, Map<LockOwner, Blame> holders) {
    return owner.isPlaced() || owner.thread().isEmpty()
        ? owner
        : holders.entrySet().stream()
            .filter(other -> other.getKey().isPlaced())
            .filter(other -> other.getKey().thread().equals(owner.thread()))
            .max(
                Comparator.comparing(
                        (Map.Entry<LockOwner, Blame> other) ->
                            other.getKey().actor().equals(owner.actor()))
                    .thenComparingLong(other -> other.getValue().blockedNanos())
                    .thenComparing(Map.Entry::getKey))
            .map(other -> owner.at(other.getKey()))
            .orElse(owner);
  }
}
