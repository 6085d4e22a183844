package dev.sojourn.examples.load;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Sends arrivals at the time they are due, whatever the service does: a slow service does not make
 * its callers fewer. An arrival that goes out late keeps its intended time, so whoever measures
 * from there counts the lateness too (no coordinated omission).
 *
 * <p>Runs in the caller's thread; ends when the arrivals do or the thread is interrupted.
 */
public final class OpenLoop {
  private final Pace pace;

  public OpenLoop(Pace pace) {
    this.pace = pace;
  }

  /** Sends every arrival; returns how many went out. */
  public <K> long run(Iterator<Arrival<K>> arrivals, Consumer<Arrival<K>> target) {
    long sent = 0;
    while (arrivals.hasNext() && !Thread.currentThread().isInterrupted()) {
      Arrival<K> arrival = arrivals.next();
      pace.awaitNanoTime(arrival.intendedNanos());
      target.accept(arrival);
      sent++;
    }
    return sent;
  }
}
