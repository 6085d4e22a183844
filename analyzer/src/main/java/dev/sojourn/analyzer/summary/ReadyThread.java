package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What is open of the time in which one thread was ready to run.
 *
 * @param seconds by epoch second
 */
record ReadyThread(Map<Long, ReadySecond> seconds) implements Part<ReadyThread> {
  @Override
  public ReadyThread plus(ReadyThread other) {
    return new ReadyThread(Sums.ofParts(seconds, other.seconds));
  }

  /** How many sums are kept for it. */
  int size() {
    return seconds.values().stream().mapToInt(ReadySecond::size).sum();
  }
}
