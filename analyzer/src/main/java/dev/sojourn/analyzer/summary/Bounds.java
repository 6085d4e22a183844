package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Where a summary tells less apart than its recordings do, because there was too much of it.
 *
 * @param names how many names there are of the sorts of which only those with most time are told
 *     apart
 * @param frames how many frames of stack traces are kept
 * @param baseline whether it tells no more than comparisons ask for
 */
public record Bounds(Map<NameSort, Long> names, int frames, boolean baseline)
    implements Part<Bounds> {
  /** All is told apart. */
  public static final Bounds EMPTY = new Bounds(Map.of(), Resolution.FULL.frames(), false);

  /** Sorts. */
  public Bounds {
    names = Sums.sorted(names);
  }

  /** Whether stack traces are shorter than usual. */
  public boolean cutsStacks() {
    return frames < EMPTY.frames;
  }

  /** The same of what comparisons ask for. */
  public Bounds ofBaseline() {
    return new Bounds(names, frames, true);
  }

  /** Names of several summaries may be the same, so the greater number is what is certain. */
  @Override
  public Bounds plus(Bounds other) {
    return new Bounds(
        Sums.merge(names, other.names, Math::max),
        Math.min(frames, other.frames),
        baseline || other.baseline);
  }
}
