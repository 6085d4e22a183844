package dev.sojourn.agent.bootstrap.event;

import dev.sojourn.agent.bootstrap.Suppressed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Sets an event's start and duration after the fact. JFR has no method for it: it takes two clock
 * readings of its own around what it times, also for all that is never written. The fields are
 * those that JFR itself adds to each event class. Where they are missing the event starts when it
 * is written.
 */
public final class EventStart {
  private static final VarHandle START = field("startTime");
  private static final VarHandle DURATION = field("duration");
  private static final double TICKS_PER_NANO = ticksPerNano();

  private EventStart() {}

  /**
   * Makes an event last from {@code startNanos} to {@code endNanos}, both readings of {@link
   * System#nanoTime}, the later one in the past.
   */
  public static void set(JobRunEvent event, long startNanos, long endNanos) {
    event.begin();
    long nowNanos = System.nanoTime();
    if (START == null || DURATION == null) {
      return;
    }
    long nowTicks = (long) START.get(event);
    long agoTicks = (long) ((nowNanos - startNanos) * TICKS_PER_NANO);
    long durationTicks = (long) ((endNanos - startNanos) * TICKS_PER_NANO);
    START.set(event, Math.max(1, nowTicks - agoTicks));
    // JFR takes 0 for an event that has not ended.
    DURATION.set(event, Math.max(1, durationTicks));
  }

  private static VarHandle field(String name) {
    try {
      return MethodHandles.privateLookupIn(JobRunEvent.class, MethodHandles.lookup())
          .findVarHandle(JobRunEvent.class, name, long.class);
    } catch (ReflectiveOperationException missing) {
      return null;
    }
  }

  private static double ticksPerNano() {
    try {
      return (long) JfrInternals.call("getTicksFrequency", new Class<?>[0]) / 1e9;
    } catch (ReflectiveOperationException | RuntimeException failure) {
      Suppressed.add(failure);
      return 1;
    }
  }
}
