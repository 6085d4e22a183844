package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Where a thread was seen.
 *
 * @param actor who
 * @param site where
 * @param inNative whether it was in native code, where it may stand still
 */
public record SampleKey(Actor actor, Site site, boolean inNative) implements Comparable<SampleKey> {
  private static final Comparator<SampleKey> ORDER =
      Comparator.comparing(SampleKey::actor)
          .thenComparing(SampleKey::site)
          .thenComparing(SampleKey::inNative);

  @Override
  public int compareTo(SampleKey other) {
    return ORDER.compare(this, other);
  }
}
