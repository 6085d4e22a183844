package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.event.LockAcquireEvent;
import dev.sojourn.agent.bootstrap.event.LockHoldEvent;
import dev.sojourn.agent.bootstrap.event.LockSummaryEvent;

/** Fills and commits the events of locks. Waits and holds must have been ended. */
final class LockEvents {
  private LockEvents() {}

  @OutOfLine
  static void write(
      LockAcquireEvent event, LockMode mode, LockOutcome outcome, long representedNanos) {
    mode.name().rememberSite(mode.lockClass());
    event.lockId = mode.lockId();
    event.lockClass = mode.lockClass();
    event.name = mode.name().text();
    event.mode = mode.mode();
    event.outcome = outcome.text();
    event.representedTime = representedNanos;
    Run run = ThreadState.current().run();
    if (run != null) {
      event.runId = run.id();
      event.job = run.job();
    }
    event.commit();
  }

  @OutOfLine
  static void write(LockHoldEvent event, LockMode mode, long representedNanos) {
    event.lockId = mode.lockId();
    event.lockClass = mode.lockClass();
    event.name = mode.name().text();
    event.mode = mode.mode();
    event.representedTime = representedNanos;
    Run run = ThreadState.current().run();
    if (run != null) {
      event.runId = run.id();
      event.job = run.job();
    }
    event.commit();
  }

  static void write(LockMode mode, LockStatistics.Second numbers, long secondEpochMillis) {
    LockSummaryEvent event = new LockSummaryEvent();
    event.lockId = mode.lockId();
    event.lockClass = mode.lockClass();
    event.name = mode.name().text();
    event.mode = mode.mode();
    event.second = secondEpochMillis;
    event.acquires = numbers.acquires();
    event.blockedTime = numbers.blockedNanos();
    event.maxBlockedTime = numbers.maxBlockedNanos();
    event.heldTime = numbers.heldNanos();
    event.commit();
  }
}
