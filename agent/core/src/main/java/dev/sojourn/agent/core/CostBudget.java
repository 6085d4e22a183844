package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.CostMode;

/**
 * Decides by the cost of the last seconds how much the agent does. Past the budget for a few
 * seconds it backs off by one step. After a while well below it, it comes back by one step; the
 * while doubles each time that it had to back off again soon. Not thread-safe.
 */
final class CostBudget {
  private static final int PATIENCE_SECONDS = 3;
  private static final int RECOVERY_SECONDS = 30;
  private static final int LONGEST_RECOVERY_SECONDS = 960;
  private static final int SOON_SECONDS = 120;
  private static final double WELL_BELOW = 0.5;

  // A JVM that does little is not burdened by probes that take a part of that little: what it may
  // take of one processor is always granted.
  private static final long LEAST_CPU_NANOS = 1_000_000_000;

  private final double ratio;
  private CostMode mode = CostMode.FULL;
  private int secondsAbove;
  private int secondsBelow;
  private int secondsSinceRecovery = SOON_SECONDS;
  private int recoverySeconds = RECOVERY_SECONDS;

  /**
   * A budget that nothing was spent of.
   *
   * @param ratio the share of the JVM's CPU time, or of one processor if that is more, that probes
   *     may take
   */
  CostBudget(double ratio) {
    this.ratio = ratio;
  }

  /**
   * What a second cost, and the mode for the next.
   *
   * @param probeNanos the time spent in probes
   * @param cpuNanos the CPU time of the JVM, probes included
   */
  CostMode next(long probeNanos, long cpuNanos) {
    double share = (double) probeNanos / Math.max(LEAST_CPU_NANOS, cpuNanos);
    secondsAbove = share > ratio ? secondsAbove + 1 : 0;
    secondsBelow = share < ratio * WELL_BELOW ? secondsBelow + 1 : 0;
    secondsSinceRecovery++;
    if (secondsAbove >= PATIENCE_SECONDS && mode != CostMode.AGGREGATING) {
      backOff();
    } else if (secondsBelow >= recoverySeconds && mode != CostMode.FULL) {
      recover();
    }
    return mode;
  }

  private void backOff() {
    boolean soon = secondsSinceRecovery < SOON_SECONDS;
    recoverySeconds =
        soon ? Math.min(LONGEST_RECOVERY_SECONDS, 2 * recoverySeconds) : RECOVERY_SECONDS;
    mode = mode == CostMode.FULL ? CostMode.SAMPLING : CostMode.AGGREGATING;
    startAnew();
  }

  private void recover() {
    mode = mode == CostMode.AGGREGATING ? CostMode.SAMPLING : CostMode.FULL;
    secondsSinceRecovery = 0;
    startAnew();
  }

  private void startAnew() {
    secondsAbove = 0;
    secondsBelow = 0;
  }
}
