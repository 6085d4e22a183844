package dev.sojourn.agent.bootstrap.job;

import java.util.concurrent.atomic.AtomicBoolean;

/** A share of one job's second. Whoever claims it has it alone; nobody waits for it. */
final class JobStripe {
  private final AtomicBoolean claimed = new AtomicBoolean();
  final JobTotals totals = new JobTotals();
  final UnwrittenRuns unwritten = new UnwrittenRuns();

  boolean claim() {
    return !claimed.get() && claimed.compareAndSet(false, true);
  }

  void release() {
    claimed.setRelease(false);
  }
}
