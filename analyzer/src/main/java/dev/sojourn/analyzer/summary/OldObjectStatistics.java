package dev.sojourn.analyzer.summary;

/**
 * Sampled objects that stay alive. Each chunk tells anew of those that are still there, so the
 * newest sample, not the sum, says what is alive.
 *
 * @param bySampleTime when they were seen alive
 * @param byAllocationTime when they were allocated
 */
public record OldObjectStatistics(Series<Amount> bySampleTime, Series<Amount> byAllocationTime)
    implements Part<OldObjectStatistics> {
  /** Nothing. */
  public static final OldObjectStatistics EMPTY =
      new OldObjectStatistics(Series.empty(), Series.empty());

  @Override
  public OldObjectStatistics plus(OldObjectStatistics other) {
    return new OldObjectStatistics(
        bySampleTime.plus(other.bySampleTime), byAllocationTime.plus(other.byAllocationTime));
  }
}
