package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Suppressed;
import jdk.jfr.FlightRecorder;

/**
 * Has JFR look now and then for the ways from the roots to the old objects that it sampled. It does
 * so by itself only when a recording is dumped, and a program that is about to end has let go of
 * much by then. All threads stand still meanwhile, so it is looked for rarely: each time after as
 * long as everything took before.
 */
final class ReachabilitySearch implements Part {
  private static final long FIRST_MILLIS = 15_000;

  private final Thread thread = new Thread(this::run, "sojourn-reachability");
  private final Runnable search;
  private final long firstMillis;

  ReachabilitySearch() {
    this(ReachabilitySearch::snapshot, FIRST_MILLIS);
  }

  ReachabilitySearch(Runnable search, long firstMillis) {
    this.search = search;
    this.firstMillis = firstMillis;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join();
    }
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  private void run() {
    try {
      long pauseMillis = firstMillis;
      for (long elapsedMillis = 0; ; elapsedMillis += pauseMillis, pauseMillis = elapsedMillis) {
        Thread.sleep(pauseMillis);
        search.run();
      }
    } catch (InterruptedException told) {
      return;
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
  }

  /** JFR samples old objects into the recordings that run before it copies them. */
  private static void snapshot() {
    FlightRecorder.getFlightRecorder().takeSnapshot().close();
  }
}
