package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/** Who started threads of a group of names, and where. */
public record ThreadStartKey(String group, Actor starter, Site site)
    implements Comparable<ThreadStartKey> {
  private static final Comparator<ThreadStartKey> ORDER =
      Comparator.comparing(ThreadStartKey::group)
          .thenComparing(ThreadStartKey::starter)
          .thenComparing(ThreadStartKey::site);

  @Override
  public int compareTo(ThreadStartKey other) {
    return ORDER.compare(this, other);
  }
}
