package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ProbeMeter;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

/**
 * What one thread has run of one short job. It stands for the run that goes on, if there is no more
 * to it than to be counted or, where all runs are timed, to be counted with its time; and counts it
 * when it ends. Only its own thread writes the counts, so that a run costs neither an atomic
 * instruction nor a second look at the thread's state. They never fall: the agent's thread takes
 * what has come since it last looked.
 */
final class Tally implements Run {
  private static final long NO_RUN = -1;
  private static final VarHandle RUNS = runs();

  private final ThreadState state;
  private final int number;
  private final Job job;
  private final boolean nested;
  private final TallyTimes times;
  private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());
  private Run outer;
  private boolean open;
  private boolean holdsOthers;
  private long startNanos;
  private long nanos;
  private long slowNanos;
  private long runs;
  private volatile long nextAt;
  private long represented;
  private long id;
  private long idOfRun = NO_RUN;

  // the agent's thread's
  private long takenRuns;
  private Tally next;

  /**
   * The current thread's.
   *
   * @param state that thread's
   * @param number the job's
   * @param nested whether of runs inside other runs
   * @param timed whether each run is timed
   */
  Tally(ThreadState state, Job job, int number, boolean nested, boolean timed) {
    this.state = state;
    this.number = number;
    this.job = job;
    this.nested = nested;
    this.times = timed ? new TallyTimes() : null;
  }

  private static VarHandle runs() {
    try {
      return MethodHandles.lookup().findVarHandle(Tally.class, "runs", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  boolean isOf(int candidate) {
    return number == candidate;
  }

  /** Differs for each tally of a thread. */
  static int key(int number, boolean nested, boolean timed) {
    return number << 2 | (nested ? 2 : 0) | (timed ? 1 : 0);
  }

  int key() {
    return key(number, nested, isTimed());
  }

  boolean isTimed() {
    return times != null;
  }

  Job ofJob() {
    return job;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Begins a run; false if it is one that is to be told by itself. */
  boolean begin() {
    if (runs >= nextAt) {
      return false;
    }
    startNanos = times == null ? TickClock.nowNanos() : System.nanoTime();
    open = true;
    return true;
  }

  /** Ends and counts the run; false if there is more to be done. */
  boolean end() {
    if (isRemarkable() || holdsOthers) {
      return false;
    }
    open = false;
    count();
    return true;
  }

  private boolean isRemarkable() {
    if (times == null) {
      return TickClock.isLong(startNanos);
    }
    nanos = System.nanoTime() - startNanos;
    return nanos >= slowNanos;
  }

  private void count() {
    if (times != null) {
      times.add(nanos);
    }
    RUNS.setOpaque(this, runs + 1);
  }

  /** Makes it the thread's, for runs inside {@code enclosing}, until another kind of run begins. */
  void settle(Run enclosing) {
    outer = enclosing;
    state.counted(this);
    state.remember();
  }

  /** Another run begins inside this one. */
  void hold() {
    holdsOthers = true;
    state.run(this);
  }

  /** Leaves the run, and every counted one inside it that was left open. */
  void leave() {
    open = false;
    if (state.counted() instanceof Tally inner && inner != this) {
      inner.open = false;
      inner.idOfRun = NO_RUN;
    }
    if (holdsOthers) {
      holdsOthers = false;
      state.run(outer);
      state.counted(this);
    }
  }

  /** Counts a run that was left; false if it is to be told by itself. */
  boolean countLeft() {
    if (times == null ? TickClock.isLong(startNanos) : nanos >= slowNanos) {
      return false;
    }
    count();
    return true;
  }

  /** Says which of the next runs is to be told by itself, a slow one apart. */
  void schedule(int strideExponent, int random) {
    RunBudget budget = job.budget();
    slowNanos = budget.thresholdNanos();
    nextAt = runs + (times == null ? gap(1 << strideExponent, random) : budget.interval()) - 1;
  }

  /** Any gap up to twice the stride, which it is on the mean. */
  private static int gap(int stride, int random) {
    int gap = random & 2 * stride - 1;
    return gap == 0 ? stride : gap;
  }

  /** The next run is to be told. For any thread. */
  void tellNext() {
    nextAt = 0;
  }

  /** The runs that were counted since the last call. */
  long takeUnrepresented() {
    long since = runs - represented;
    represented = runs;
    return since;
  }

  /** When the run began, by the clock that ticks if it is not timed. */
  long startNanos() {
    return startNanos;
  }

  /** The id of the run that was left, if somebody asked for it; else 0. Taking it takes it away. */
  long takeId() {
    long taken = idOfRun == runs ? id : 0;
    idOfRun = NO_RUN;
    return taken;
  }

  @Override
  public long id() {
    if (idOfRun != runs) {
      id = TaskRun.newId();
      idOfRun = runs;
    }
    return id;
  }

  @Override
  public String job() {
    return job.name();
  }

  /** Whether its thread has ended, so that its count is final. For the agent's thread. */
  boolean isFinal() {
    Thread owner = thread.get();
    return owner == null || !owner.isAlive();
  }

  /** Lets go of the thread, which has ended. */
  void forgetThread() {
    state.forget();
  }

  /** Adds what was counted since the last call, and returns how much. For the agent's thread. */
  long takeInto(JobTotals totals) {
    long since = times == null ? takeCounted(totals) : totals.addTimed(times, nested);
    ProbeMeter.addTallied(since, times != null);
    return since;
  }

  private long takeCounted(JobTotals totals) {
    long now = (long) RUNS.getOpaque(this);
    long since = now - takenRuns;
    takenRuns = now;
    totals.addCounted(since, nested);
    return since;
  }

  Tally next() {
    return next;
  }

  void next(Tally following) {
    next = following;
  }
}
