package dev.sojourn.agent.bootstrap.failure;

import dev.sojourn.agent.bootstrap.HostPlace;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A failure that runs of a job meet again and again, on one thread. That thread adds and never
 * takes away; the agent's takes what has come since it last looked.
 */
final class RepeatedFailure {
  private static final VarHandle REPEATED = field("repeated");
  private static final VarHandle NANOS = field("betweenNanos");

  private final String job;
  private final String failureClass;
  private final HostPlace place;
  private long repeated;
  private long betweenNanos;
  private volatile boolean forgotten;

  // the agent's thread's
  private long takenRepeated;
  private long takenNanos;
  private int idleSeconds;

  RepeatedFailure(String job, String failureClass, HostPlace place) {
    this.job = job;
    this.failureClass = failureClass;
    this.place = place;
  }

  private static VarHandle field(String name) {
    try {
      return MethodHandles.lookup().findVarHandle(RepeatedFailure.class, name, long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Whether it is of that failure, and somebody still looks at it. */
  boolean isOf(String otherJob, String otherClass) {
    return !forgotten && failureClass.equals(otherClass) && job.equals(otherJob);
  }

  /**
   * It failed again.
   *
   * @param weight how many times that it stands for
   */
  void add(long sinceNanos, int weight) {
    NANOS.setOpaque(this, betweenNanos + weight * Math.max(0, sinceNanos));
    REPEATED.setOpaque(this, repeated + weight);
  }

  String job() {
    return job;
  }

  String failureClass() {
    return failureClass;
  }

  HostPlace place() {
    return place;
  }

  /** How often it came since the last call. */
  long takeRepeated() {
    long now = (long) REPEATED.getOpaque(this);
    long since = now - takenRepeated;
    takenRepeated = now;
    idleSeconds = since > 0 ? 0 : idleSeconds + 1;
    return since;
  }

  /** What passed meanwhile. */
  long takeBetweenNanos() {
    long now = (long) NANOS.getOpaque(this);
    long since = now - takenNanos;
    takenNanos = now;
    return since;
  }

  /** For how many calls there was nothing to tell of. */
  int idleSeconds() {
    return idleSeconds;
  }

  /** Nobody will look at it any more. */
  void forget() {
    forgotten = true;
  }
}
