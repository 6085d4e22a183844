package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.CostMode;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Holds the agent to its cost budget, once a second. One thread runs it. */
final class CostGovernor implements Runnable {
  private final CostBudget budget;
  private final double ratio;
  private final LongSupplier probeNanos;
  private final LongSupplier cpuNanos;
  private long lastProbeNanos;
  private long lastCpuNanos = -1;
  private CostMode mode = CostMode.FULL;
  private volatile CostMode furthest = CostMode.FULL;

  /**
   * Starts at full.
   *
   * @param ratio the share of the JVM's CPU time that probes may take
   * @param probeNanos the time spent in probes so far
   * @param cpuNanos the JVM's CPU time so far
   */
  CostGovernor(double ratio, LongSupplier probeNanos, LongSupplier cpuNanos) {
    this.budget = new CostBudget(ratio);
    this.ratio = ratio;
    this.probeNanos = probeNanos;
    this.cpuNanos = cpuNanos;
    CostMode.enter(mode);
  }

  @Override
  public void run() {
    long cpu = cpuNanos.getAsLong();
    long probes = probeNanos.getAsLong();
    if (lastCpuNanos >= 0) {
      enter(budget.next(probes - lastProbeNanos, cpu - lastCpuNanos));
    }
    lastCpuNanos = cpu;
    lastProbeNanos = probes;
  }

  private void enter(CostMode next) {
    if (next != mode) {
      mode = next;
      CostMode.enter(next);
      if (next.compareTo(furthest) > 0) {
        furthest = next;
        Notices.print(notice(next));
      }
    }
  }

  private String notice(CostMode next) {
    String doing =
        next == CostMode.SAMPLING
            ? "fewer runs are timed and written from now on"
            : "only counts from now on";
    return String.format(
        Locale.ROOT,
        "the probes take more than %s %% of the CPU time (option cost): %s",
        (float) (ratio * 100),
        doing);
  }

  /** How far it has backed off so far. */
  CostMode furthest() {
    return furthest;
  }

  double ratio() {
    return ratio;
  }
}
