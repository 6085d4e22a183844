package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.CostMode;
import dev.sojourn.agent.bootstrap.OutOfLine;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides which runs of one job are written as events, and for how many each stands. Runs at least
 * as slow as the threshold stand for themselves, or for their like where runs are timed by chance;
 * of the others one in {@code interval} is written, with the number of those passed over since as
 * its weight. Weights therefore add up to the runs, less those that are unwritten. Threshold and
 * interval follow the last second. Lock-free.
 */
final class RunBudget {
  private static final long FIRST_SECOND = 1000;
  private static final long BURST_INTERVAL = 100;

  private final AtomicLong written = new AtomicLong();
  private final AtomicLong sampled = new AtomicLong();
  private final AtomicLong inSecond = new AtomicLong();
  private volatile long thresholdNanos;
  private volatile long interval = 1;
  private volatile long most = FIRST_SECOND;

  /**
   * The number of runs that an event for this run stands for; 0 if it is not to be written.
   *
   * @param timedFor the number of runs of which this one was timed; 0 if it was not, 1 if it was
   *     certain to be
   * @param unwritten those that ended before, on the same stripe
   */
  @OutOfLine
  long weigh(long serviceNanos, int timedFor, UnwrittenRuns unwritten) {
    long waiting = unwritten.add();
    if (timedFor == 0 || !CostMode.writesEvents()) {
      return 0;
    }
    long every = interval;
    if (every == 1) {
      if (inSecond.incrementAndGet() <= most) {
        return waiting < 1 ? 0 : write(waiting, unwritten);
      }
      beginBurst();
      every = BURST_INTERVAL;
    }
    if (serviceNanos >= thresholdNanos && inSecond.incrementAndGet() <= most) {
      return write(timedFor, unwritten);
    }
    return waiting < every ? 0 : write(waiting, unwritten);
  }

  /** More runs than the last second let expect: which of them are slow is not known yet. */
  private void beginBurst() {
    thresholdNanos = Long.MAX_VALUE;
    interval = BURST_INTERVAL;
  }

  private long write(long weight, UnwrittenRuns unwritten) {
    unwritten.subtract(weight);
    written.incrementAndGet();
    if (weight > 1) {
      sampled.addAndGet(weight - 1);
    }
    return weight;
  }

  /**
   * Sets the next second's course by the last's runs.
   *
   * @param service the last second's service times
   * @param events how many events the job may write in a second
   */
  void follow(Buckets service, long events) {
    inSecond.set(0);
    most = events;
    long runs = service.count();
    if (runs <= events) {
      interval = 1;
      return;
    }
    long slowest = Math.max(1, events / 2);
    thresholdNanos = service.nanosOfSlowest(slowest);
    interval = Math.max(2, (runs - slowest + slowest - 1) / slowest);
  }

  /** The service time from which on a run is worth an event of its own. */
  long thresholdNanos() {
    return thresholdNanos;
  }

  /** Of so many other runs one is written. */
  long interval() {
    return interval;
  }

  /** Events written since the start. */
  long written() {
    return written.get();
  }

  /** Runs that stand behind the weight of others. */
  long sampled() {
    return sampled.get();
  }
}
