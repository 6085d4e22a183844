package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.event.JfrInternals;
import dev.sojourn.agent.bootstrap.lock.LockObservation;
import dev.sojourn.agent.bootstrap.lock.MonitorUse;
import java.lang.instrument.Instrumentation;
import java.util.List;

/**
 * Looks a few times a second where threads are blocked entering monitors, has the classes followed
 * whose monitors are found contended, and lets go of those that are quiet or entered too often for
 * what following costs.
 */
final class AdaptiveMonitors implements Part {
  private static final long LOOK_MILLIS = 100;
  private static final int LOOKS_PER_SECOND = 10;

  private final Thread thread = new Thread(this::run, "sojourn-monitors");
  private final Instrumentation instrumentation;
  private final FollowedMonitors followed;
  private final long delayMillis;
  private volatile boolean stopped;

  /**
   * Looks from some time on: a program that is soon over is spared it.
   *
   * @param delayMillis when to begin
   */
  AdaptiveMonitors(Instrumentation instrumentation, FollowedMonitors followed, long delayMillis) {
    this.instrumentation = instrumentation;
    this.followed = followed;
    this.delayMillis = delayMillis;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Ends the looking; what is woven stays. */
  @Override
  public void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join();
    }
  }

  private void run() {
    JfrInternals.excludeCurrentThread();
    try {
      Thread.sleep(delayMillis);
      BlockedThreads blocked = new BlockedThreads(VirtualThreads.of(instrumentation));
      for (int look = 1; !stopped; look++) {
        Thread.sleep(LOOK_MILLIS);
        look(blocked, look % LOOKS_PER_SECOND == 0);
      }
    } catch (InterruptedException told) {
      return;
    }
  }

  private void look(BlockedThreads blocked, boolean secondEnds) {
    try {
      followed.sighted(blocked.look(), System.nanoTime());
      if (secondEnds) {
        List<MonitorUse> uses = LockObservation.monitors();
        followed.endSecond(uses, System.nanoTime());
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
  }
}
