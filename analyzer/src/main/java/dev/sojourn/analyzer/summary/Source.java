package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Damage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was read of one file.
 *
 * @param chunks time of each chunk, by its identity
 * @param jvms the JVMs that it tells of
 * @param damages what could not be read of it
 * @param lostBytes what JFR itself says that it lost
 */
public record Source(Map<String, Span> chunks, Set<Jvm> jvms, Set<Damage> damages, long lostBytes)
    implements Part<Source> {
  /** Nothing. */
  public static final Source EMPTY = new Source(Map.of(), Set.of(), Set.of(), 0);

  /** Sorts and copies. */
  public Source {
    chunks = Sums.sorted(chunks);
    jvms = Sums.ofSets(jvms, Set.of());
    damages = Set.copyOf(damages);
  }

  /** Whether nothing is known to be missing. */
  public boolean complete() {
    return damages.isEmpty() && lostBytes == 0;
  }

  @Override
  public Source plus(Source other) {
    Set<Damage> allDamages = new HashSet<>(damages);
    allDamages.addAll(other.damages);
    return new Source(
        Sums.merge(chunks, other.chunks, (one, same) -> one),
        Sums.ofSets(jvms, other.jvms),
        allDamages,
        lostBytes + other.lostBytes);
  }
}
