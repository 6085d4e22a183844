package dev.sojourn.analyzer.event;

import java.util.List;
import java.util.SortedMap;

/**
 * What recordings consist of, whatever their events mean.
 *
 * @param chunks the chunks that can be read, in the order of their time
 * @param types the event types that have events, by name
 * @param settings the settings of each event type that were last in force, by type and name
 * @param agent what the agent said of itself last; null if there was none
 * @param duplicates how many copies of chunks were left out
 * @param damages what cannot be read
 * @param bytes size of all chunks
 */
public record Inventory(
    List<Chunk> chunks,
    SortedMap<String, TypeUse> types,
    SortedMap<String, SortedMap<String, String>> settings,
    AgentStatus agent,
    int duplicates,
    List<Damage> damages,
    long bytes) {

  /**
   * What the events of one type amount to.
   *
   * @param events how many there are
   * @param bytes the space that they take
   */
  public record TypeUse(long events, long bytes) {
    /** Both together. */
    public TypeUse plus(TypeUse other) {
      return new TypeUse(events + other.events, bytes + other.bytes);
    }
  }

  /** How many events there are. */
  public long events() {
    return types.values().stream().mapToLong(TypeUse::events).sum();
  }

  /** Whether all that the inputs should hold is there. */
  public boolean complete() {
    return damages.isEmpty();
  }
}
