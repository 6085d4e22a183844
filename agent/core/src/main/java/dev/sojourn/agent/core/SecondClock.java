package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Seconds;
import dev.sojourn.agent.bootstrap.event.JobSummaryEvent;
import jdk.jfr.FlightRecorder;

/** Flushes the tables at the end of each second, and whenever a chunk of a recording ends. */
final class SecondClock {
  private static final long SECOND_MILLIS = 1000;

  private final Thread thread = new Thread(this::tick, "sojourn-seconds");
  private final Runnable atChunkEnd = this::flushNow;
  private final Runnable everySecond;
  private volatile boolean stopped;

  /**
   * Makes a clock.
   *
   * @param everySecond runs on the clock's thread after each flush
   */
  SecondClock(Runnable everySecond) {
    this.everySecond = everySecond;
    thread.setDaemon(true);
  }

  void start() {
    FlightRecorder.addPeriodicEvent(JobSummaryEvent.class, atChunkEnd);
    thread.start();
  }

  /** Ends the thread and forgets JFR's hook. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join();
    }
    FlightRecorder.removePeriodicEvent(atChunkEnd);
  }

  private void tick() {
    while (!stopped) {
      long nowMillis = System.currentTimeMillis();
      long second = nowMillis - nowMillis % SECOND_MILLIS;
      try {
        Thread.sleep(second + SECOND_MILLIS - nowMillis);
      } catch (InterruptedException told) {
        return;
      }
      Seconds.flush(second);
      everySecond.run();
    }
  }

  private void flushNow() {
    long nowMillis = System.currentTimeMillis();
    Seconds.flush(nowMillis - nowMillis % SECOND_MILLIS);
  }
}
