package dev.sojourn.agent.bootstrap;

/**
 * What the agent knows about one thread: whether it is inside a probe, and the run that it works
 * on. Only its own thread touches it.
 */
public final class ThreadState {
  private static final ThreadLocal<ThreadState> STATES =
      new ThreadLocal<>() {
        @Override
        protected ThreadState initialValue() {
          return new ThreadState();
        }
      };

  private final long threadId = RecentThreads.currentId();
  private boolean insideProbe;
  private Run run;
  private Run counted;
  private Object tallies;
  private Object failures;
  private Run spare;
  private Run handed;
  private Object entering;
  private boolean guest;
  private int random = seed();
  private float gapLeft;
  // Threads that pass few probes have their share of the timed ones, too.
  private int passages = random >>> Short.SIZE;
  private long timedFromNanos;

  private ThreadState() {}

  /** Differs from thread to thread, is never 0, and costs less than an identity hash code. */
  // the name without "get" is newer than JDK 17
  @SuppressWarnings("deprecation")
  private static int seed() {
    return (int) Thread.currentThread().getId() * 0x9E3779B1 | 1;
  }

  /** The state of the current thread, virtual or not. */
  public static ThreadState current() {
    return STATES.get();
  }

  /** As {@link #current}, at a lower price after {@link #remember}. */
  public static ThreadState recent() {
    ThreadState state = RecentThreads.find();
    return state == null ? current() : state;
  }

  /** Has {@link #recent} find it, until another thread takes its place there. */
  public void remember() {
    RecentThreads.put(this);
  }

  /** Undoes {@link #remember}; for any thread, once this one has ended. */
  public void forget() {
    RecentThreads.remove(this);
  }

  /** Undoes {@link #remember} for all threads. */
  public static void forgetAll() {
    RecentThreads.clear();
  }

  long threadId() {
    return threadId;
  }

  /**
   * Marks the thread as inside a probe.
   *
   * @return false if it already was: then the caller leaves at once and does not call {@link
   *     #exitProbe}
   */
  public boolean enterProbe() {
    if (insideProbe) {
      return false;
    }
    insideProbe = true;
    if ((++passages & ProbeMeter.ONE_IN - 1) == 0) {
      timedFromNanos = System.nanoTime();
    }
    return true;
  }

  /** Ends what a successful {@link #enterProbe} began. */
  public void exitProbe() {
    if (timedFromNanos != 0) {
      ProbeMeter.add(System.nanoTime() - timedFromNanos);
      timedFromNanos = 0;
    }
    insideProbe = false;
  }

  /** The next number of a sequence without a pattern (Marsaglia's xorshift, 2003). */
  public int random() {
    int next = random;
    next ^= next << 13;
    next ^= next >>> 17;
    next ^= next << 5;
    random = next;
    return next;
  }

  /**
   * Goes on towards the next of its samples, which come by chance, one in a unit in the mean, so
   * that a part ends a gap with the same chance whatever came before.
   *
   * @param part of a unit
   * @return whether the next sample is in that part
   */
  public boolean endsGap(float part) {
    if (gapLeft == 0) {
      gapLeft = gap();
    }
    gapLeft -= part;
    if (gapLeft > 0) {
      return false;
    }
    gapLeft = gap();
    return true;
  }

  /** Exponential, of mean 1. */
  private float gap() {
    double uniform = ((random() >>> Byte.SIZE) + 1) * 0x1p-24;
    return (float) Math.max(Float.MIN_NORMAL, -Math.log(uniform));
  }

  /** Whether the thread is inside a probe. */
  public boolean isInsideProbe() {
    return insideProbe;
  }

  /** The innermost run that the thread works on; null for none. */
  public Run run() {
    return counted != null && counted.isOpen() ? counted : run;
  }

  /** Makes {@code next} the run that the thread works on; null for none. */
  public void run(Run next) {
    run = next;
    counted = null;
  }

  /**
   * What stands for the runs of a job that are only counted, one after another, inside the run that
   * the thread works on; null if the last run was another.
   */
  public Run counted() {
    return counted;
  }

  /** Makes {@code tally} stand for the runs that are only counted. */
  public void counted(Run tally) {
    counted = tally;
  }

  /** Whatever the probes on jobs keep of this thread; null for nothing. */
  public Object tallies() {
    return tallies;
  }

  /** Keeps it. */
  public void tallies(Object kept) {
    tallies = kept;
  }

  /** Whatever the probe on exceptions keeps of this thread; null for nothing. */
  public Object failures() {
    return failures;
  }

  /** Keeps it. */
  public void failures(Object kept) {
    failures = kept;
  }

  /** A run that ended and may be used for the next; null for none. Taking it takes it away. */
  public Run takeSpare() {
    Run taken = spare;
    spare = null;
    return taken;
  }

  /** A run that began when a pool's worker got its task; null for none. Taking it takes it away. */
  public Run takeHanded() {
    Run taken = handed;
    handed = null;
    return taken;
  }

  /** Leaves a run that began when a pool's worker got its task. */
  public void handed(Run begun) {
    handed = begun;
  }

  /** Whether the thread runs a task of an executor that it does not belong to. */
  public boolean isGuest() {
    return guest;
  }

  /** Says whether the thread is about to run a task of an executor that it does not belong to. */
  public void guest(boolean elsewhere) {
    guest = elsewhere;
  }

  /** What was begun before a call whose callee is to enter a monitor; null for nothing. */
  public Object takeEntering() {
    Object taken = entering;
    entering = null;
    return taken;
  }

  /** Leaves what was begun before a call whose callee is to enter a monitor. */
  public void entering(Object begun) {
    entering = begun;
  }

  /** Leaves a run that ended for the next. */
  public void spare(Run ended) {
    spare = ended;
  }
}
