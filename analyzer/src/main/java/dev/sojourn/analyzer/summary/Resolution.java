package dev.sojourn.analyzer.summary;

import java.util.List;

/**
 * How much a summary tells apart. What is finer than that is counted together, so that a summary's
 * size is bounded.
 *
 * @param roster the names
 * @param frames how many frames of a stack trace, from the innermost; 0 for no places at all
 */
public record Resolution(Roster roster, int frames) {
  /** The finest. */
  public static final Resolution FULL = new Resolution(Roster.ALL, 32);

  /** Names of each sort that are told apart. */
  public static final int MOST_NAMES = 1_000;

  /** Combinations of a place, with the way there, and of what happened at it to whom. */
  static final int MOST_PLACES = 200_000;

  private static final List<Integer> FRAMES = List.of(FULL.frames, 8, 1, 0);

  /** The same with some names counted together. */
  public Resolution with(Roster otherRoster) {
    return new Resolution(otherRoster, frames);
  }

  /** The same with fewer frames. */
  public Resolution withFewerFrames() {
    return new Resolution(roster, FRAMES.get(FRAMES.indexOf(frames) + 1));
  }

  /** Whether a name more than these does not count as too many: they are not all told apart. */
  boolean boundsNames() {
    return !roster.isAll();
  }

  boolean boundsPlaces() {
    return frames == 0;
  }

  /** What of it a reader must know. */
  Bounds bounds() {
    return new Bounds(roster.distinct(), frames, false);
  }
}
