package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.CostMode;

/**
 * Of how many runs of a job one is timed: a power of two, told by its exponent. All are timed where
 * that costs little against the work itself, or where they are few; every run is counted anyway.
 */
final class Stride {
  /** The highest exponent that a {@link Stamp} can hold. */
  static final int HIGHEST_EXPONENT = 7;

  /** So many runs of a job are timed in a second, if there are that many. */
  static final long TIMED_PER_SECOND = 1_000;

  // Timing may take one part in so many of the service time.
  private static final long SHARE = 100;
  private static final long SHARE_PAST_COST_BUDGET = 10_000;

  private Stride() {}

  /**
   * The exponent for a job's next second.
   *
   * @param runs the runs of the last second
   * @param serviceNanos the sum of their service times
   * @param costNanos what timing one run costs
   * @param highest the highest exponent that is wanted
   * @param mode how much the agent may cost
   */
  static int exponent(long runs, long serviceNanos, long costNanos, int highest, CostMode mode) {
    long share = mode == CostMode.FULL ? SHARE : SHARE_PAST_COST_BUDGET;
    long wanted = runs * costNanos * share / Math.max(1, serviceNanos);
    long affordable = runs * mode.divisor() / TIMED_PER_SECOND;
    long stride = Math.min(wanted, affordable);
    return stride < 2 ? 0 : Math.min(highest, floorLog2(stride));
  }

  private static int floorLog2(long value) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
  }
}
