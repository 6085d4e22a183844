package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.event.JfrInternals;
import dev.sojourn.agent.bootstrap.job.JobTable;
import dev.sojourn.agent.bootstrap.job.TickClock;
import java.util.concurrent.locks.LockSupport;

/**
 * Ticks while short runs are sampled, on a thread of its own that no recording sees: what flushes
 * the tables writes events, and so cannot be kept out. One thread uses it.
 */
final class Ticks implements Part {
  private Thread thread;
  private volatile boolean stopped;

  /** Goes on, if there is something to tick for. */
  void resume() {
    if (!JobTable.INSTANCE.isSampling()) {
      return;
    }
    if (thread == null) {
      thread = new Thread(this::run, "sojourn-ticks");
      thread.setDaemon(true);
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  /** Ends the thread. */
  @Override
  public void stop() throws InterruptedException {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
      thread.join();
    }
  }

  private void run() {
    JfrInternals.excludeCurrentThread();
    try {
      while (!stopped) {
        if (JobTable.INSTANCE.isSampling()) {
          Thread.sleep(TickClock.TICK_MILLIS);
          TickClock.tick();
        } else {
          LockSupport.park();
        }
      }
    } catch (InterruptedException told) {
      return;
    }
  }
}
