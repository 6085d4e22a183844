package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Parks, waits and sleeps, in jobs and outside; those of idle threads, too.
 *
 * @param byKey statistics by place
 */
public record Waits(Map<WaitKey, WaitStatistics> byKey) implements Part<Waits> {
  /** Nothing. */
  public static final Waits EMPTY = new Waits(Map.of());

  @Override
  public Waits plus(Waits other) {
    return new Waits(Sums.ofParts(byKey, other.byKey));
  }
}
