package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Where memory outside the heap was allocated, and by whom.
 *
 * @param job whose run it was; empty outside any
 * @param site the place, without the way there
 */
public record DirectMemoryKey(String job, Site site) implements Comparable<DirectMemoryKey> {
  private static final Comparator<DirectMemoryKey> ORDER =
      Comparator.comparing(DirectMemoryKey::site).thenComparing(DirectMemoryKey::job);

  @Override
  public int compareTo(DirectMemoryKey other) {
    return ORDER.compare(this, other);
  }
}
