package dev.sojourn.agent.bootstrap.job;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The service times in a {@link Tally} whose runs are all timed. Its thread adds to them and never
 * takes away; the agent's keeps a copy, and so knows what has come since.
 */
final class TallyTimes {
  private static final VarHandle NANOS = nanos();

  private final Buckets service = new Buckets();
  private long serviceNanos;

  // the agent's thread's
  private final Buckets taken = new Buckets();
  private long takenNanos;

  private static VarHandle nanos() {
    try {
      return MethodHandles.lookup().findVarHandle(TallyTimes.class, "serviceNanos", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  void add(long nanos) {
    service.add(nanos, 1);
    NANOS.setOpaque(this, serviceNanos + nanos);
  }

  /** Adds what has come since the last call, and returns the number of runs. */
  long takeInto(RunTimes times) {
    long nanos = (long) NANOS.getOpaque(this);
    times.serviceNanos += nanos - takenNanos;
    takenNanos = nanos;
    return times.addSince(service, taken);
  }
}
