package dev.sojourn.analyzer.summary;

/**
 * A part of a summary: values that add up to the same sum in any order and any grouping. Parts are
 * immutable.
 *
 * @param <P> the part itself
 */
public interface Part<P extends Part<P>> {
  /** The sum of this and another part. */
  P plus(P other);
}
