package dev.sojourn.agent.bootstrap.job;

/**
 * How many runs no event stands for so far. Below zero where an event that stands for its like was
 * written before they ran. Not thread-safe.
 */
final class UnwrittenRuns {
  private long count;

  /** Counts a run that ended, and returns how many there are now. */
  long add() {
    return ++count;
  }

  /** Counts runs that ended. */
  void add(long runs) {
    count += runs;
  }

  /** An event stands for so many. */
  void subtract(long weight) {
    count -= weight;
  }

  long count() {
    return count;
  }
}
