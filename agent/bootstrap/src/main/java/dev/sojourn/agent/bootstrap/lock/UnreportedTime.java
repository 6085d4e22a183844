package dev.sojourn.agent.bootstrap.lock;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that no event stands for yet. Times below the budget's threshold add up here until together
 * they earn an event: so the event that is written speaks for the short ones before it, and the sum
 * over events stays the sum over all. Safe for any thread.
 */
final class UnreportedTime {
  private final AtomicLong unreportedNanos = new AtomicLong();
  private final EventBudget budget;

  UnreportedTime(EventBudget budget) {
    this.budget = budget;
  }

  /** Offers a time; returns the time that its event is to stand for, -1 if it gets none. */
  long offer(long nanos) {
    return unreportedNanos.addAndGet(nanos) >= budget.thresholdNanos()
            && budget.admit(System.nanoTime())
        ? unreportedNanos.getAndSet(0)
        : -1;
  }
}
