package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Seconds;
import dev.sojourn.agent.bootstrap.event.JobSummaryEvent;
import jdk.jfr.FlightRecorder;

/** Flushes the tables at the end of each second, and whenever a chunk of a recording ends. */
final class SecondClock implements Part {
  private static final long SECOND_MILLIS = 1000;

  private final Thread thread = new Thread(this::tick, "sojourn-seconds");
  private final Runnable atChunkEnd = this::flushNow;
  private final Runnable everySecond;
  private final Ticks ticks = new Ticks();
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
  @Override
  public void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join();
    }
    ticks.stop();
    FlightRecorder.removePeriodicEvent(atChunkEnd);
  }

  private void tick() {
    long second = second(System.currentTimeMillis());
    while (!stopped) {
      try {
        sleepTowards(second + SECOND_MILLIS);
      } catch (InterruptedException told) {
        return;
      }
      long now = second(System.currentTimeMillis());
      if (now != second) {
        Seconds.flush(second);
        everySecond.run();
        ticks.resume();
        second = now;
      }
    }
  }

  private static void sleepTowards(long endMillis) throws InterruptedException {
    Thread.sleep(Math.max(1, endMillis - System.currentTimeMillis()));
  }

  private static long second(long millis) {
    return millis - millis % SECOND_MILLIS;
  }

  private void flushNow() {
    Seconds.flush(second(System.currentTimeMillis()));
  }
}
