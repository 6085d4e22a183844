package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.ThreadState;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One run, touched by its own thread only, and used again for the thread's next.
 *
 * <p>An executor's task often does nothing but call the method that a framework or a pattern names.
 * Then both are one run: it has the task's times and the method's name. Whether it is so shows only
 * when the task ends, so the first such method inside a task is kept until then, or until a second
 * one begins, which makes them runs of their own inside the task's.
 */
final class TaskRun implements Run {
  private static final AtomicLong IDS = new AtomicLong();

  // Runs whose CPU time is asked for last 100 µs or more on the mean.
  private static final long AT_ONCE_NANOS = 2_000;

  private Run parent;
  private Job job;
  private boolean ofTask;
  private boolean carrier;
  private boolean startedOthers;
  private TaskRun only;
  private Object outcome;
  private long startNanos;
  private long serviceNanos;
  private long waitingNanos;
  private boolean scheduled;
  private int weight;
  private long id;
  private String failureClass;
  private long cpuNanos;
  private long allocatedBytes;
  private int uses;
  private long meteredNanos;
  private long meteredCpuNanos = -1;
  private int attempt;
  private long represented;

  static long newId() {
    return IDS.incrementAndGet();
  }

  /**
   * Begins a run on the current thread; its clock starts with {@link #start}.
   *
   * @param weight the number of runs that it is timed for; 0 if it is only counted
   */
  static TaskRun begin(ThreadState state, Job job, boolean ofTask, int weight) {
    TaskRun run = (TaskRun) state.takeSpare();
    if (run == null) {
      run = new TaskRun();
    }
    run.parent = state.run();
    run.job = job;
    run.ofTask = ofTask;
    run.carrier = false;
    run.weight = weight;
    run.startedOthers = false;
    run.waitingNanos = -1;
    run.scheduled = false;
    run.attempt = 1;
    run.id = 0;
    run.failureClass = null;
    run.cpuNanos = -1;
    run.allocatedBytes = -1;
    run.represented = 0;
    if (run.parent instanceof Tally tally) {
      tally.hold();
    } else if (run.parent instanceof TaskRun outer && !ofTask) {
      outer.startsMethod(run);
    }
    state.run(run);
    return run;
  }

  /** Says that it is a run for the sake of what it calls only. */
  void onlyCarries() {
    carrier = true;
  }

  /** Whether a method that starts now may be the only one of its task. */
  boolean mayBeOneWithMethod() {
    return ofTask && !startedOthers;
  }

  private void startsMethod(TaskRun method) {
    if (ofTask && !startedOthers) {
      method.id = id();
    } else {
      separate();
    }
    startedOthers = true;
  }

  /** A method's run that is only counted begins inside this one. */
  void startsCounted() {
    separate();
    startedOthers = true;
  }

  /** The task turns out to hold more than one method's run: the first gets its own place. */
  private void separate() {
    if (only != null) {
      TaskRun first = only;
      only = null;
      id = 0;
      RunEnd.record(first);
    }
  }

  /** Goes on with the run that a tally stood for. */
  void startAs(Tally tally) {
    id = tally.takeId();
    weight = tally.isTimed() ? 1 : 0;
    startNanos = tally.startNanos();
  }

  /** Starts a run that is only counted, unless it turns out to be a long one. */
  void startUntimed() {
    startNanos = TickClock.nowNanos();
  }

  void start(ThreadMeter meter, long nowNanos) {
    if (job.isMeasured()) {
      cpuNanos = cpuNanos(meter, nowNanos);
      allocatedBytes = meter.allocatedBytes();
    }
    startNanos = nowNanos;
  }

  /** A thread that goes from one run to the next at once computes in between, and is not asked. */
  private long cpuNanos(ThreadMeter meter, long nowNanos) {
    long sinceNanos = nowNanos - meteredNanos;
    return meteredCpuNanos >= 0 && sinceNanos < AT_ONCE_NANOS
        ? meteredCpuNanos + sinceNanos
        : meter.cpuNanos();
  }

  /** Starts the clock again: the task was handed over earlier, and starts now. */
  void restart(long nowNanos) {
    if (weight == 0) {
      startUntimed();
      return;
    }
    if (waitingNanos >= 0) {
      waitingNanos += Math.max(0, nowNanos - startNanos);
    }
    startNanos = nowNanos;
  }

  /** The time now, if it matters to this run. */
  long endNanos() {
    if (weight == 0 && TickClock.isLong(startNanos)) {
      weight = 1;
      startNanos = TickClock.likelyBeginNanos(startNanos);
    }
    return weight == 0 ? startNanos : System.nanoTime();
  }

  /** Ends the run, and every run inside it that was left open. */
  void end(ThreadState state, ThreadMeter meter, long nowNanos, Throwable failure) {
    serviceNanos = Math.max(0, nowNanos - startNanos);
    failureClass = failure == null ? null : failure.getClass().getName();
    if (cpuNanos >= 0 || allocatedBytes >= 0) {
      measure(meter, nowNanos);
    }
    outcome = null;
    state.run(parent);
    if (!ofTask && parent instanceof TaskRun task && task.ofTask && task.sharesIdWith(this)) {
      task.only = this;
      return;
    }
    boolean isRun = !carrier || only != null;
    if (only != null) {
      takeNameOf(only);
    }
    boolean written = isRun && RunEnd.record(this);
    parent = null;
    if (weight > 0 && !written && ProbeCost.isTimed(uses++)) {
      // Nor is it used again: were a new one never made, compiled code would not know how to.
      ProbeCost.add(System.nanoTime() - nowNanos);
    } else {
      state.spare(this);
    }
  }

  private boolean sharesIdWith(TaskRun method) {
    return only == null && id != 0 && id == method.id;
  }

  private void takeNameOf(TaskRun method) {
    job = JobTable.INSTANCE.of(method.job.name(), job.executor());
    if (failureClass == null) {
      failureClass = method.failureClass;
    }
    if (method.waitingNanos >= 0) {
      // It waited up to the method's start, of which the task took a part already.
      waitingNanos = Math.max(0, method.waitingNanos - (method.startNanos - startNanos));
      scheduled = method.scheduled;
    }
    attempt = method.attempt;
    method.parent = null;
    only = null;
  }

  @OutOfLine
  private void measure(ThreadMeter meter, long nowNanos) {
    if (cpuNanos >= 0) {
      meteredNanos = nowNanos;
      meteredCpuNanos = meter.cpuNanos();
      cpuNanos = Math.max(0, meteredCpuNanos - cpuNanos);
    }
    if (allocatedBytes >= 0) {
      allocatedBytes = Math.max(0, meter.allocatedBytes() - allocatedBytes);
    }
  }

  void attempt(int number) {
    attempt = number;
  }

  /** 1, or more where a framework tells that it is a retry. */
  int attempt() {
    return attempt;
  }

  void outcome(Object tellsFailure) {
    outcome = tellsFailure;
  }

  Object outcome() {
    return outcome;
  }

  void waited(long nanos, boolean sinceDueTime) {
    waitingNanos = nanos;
    scheduled = sinceDueTime;
  }

  /** Whether it is a method's run of that job. A method inside its own is part of it. */
  boolean isMethodOf(Job candidate) {
    return !ofTask && job == candidate;
  }

  Job ofJob() {
    return job;
  }

  long startNanos() {
    return startNanos;
  }

  long serviceNanos() {
    return serviceNanos;
  }

  /** From submission or due time to the start; -1 where it is not known. */
  long waitingNanos() {
    return waitingNanos;
  }

  /** The same for scheduled work; -1 for other. */
  long latenessNanos() {
    return scheduled ? waitingNanos : -1;
  }

  /** Class of the exception that ended it; null for none. */
  String failureClass() {
    return failureClass;
  }

  /** The number of runs that it was timed for; 0 if it was only counted. */
  int weight() {
    return weight;
  }

  /** Whether it ran inside another run. */
  boolean isNested() {
    return parent != null;
  }

  /** The run inside which it ran; 0 for none. */
  long parentId() {
    return parent == null ? 0 : parent.id();
  }

  long cpuNanos() {
    return cpuNanos;
  }

  long allocatedBytes() {
    return allocatedBytes;
  }

  /** Runs of the same thread that were only counted, and that an event of this one stands for. */
  long represented() {
    return represented;
  }

  void represents(long counted) {
    represented = counted;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public long id() {
    if (id == 0) {
      id = newId();
    }
    return id;
  }

  @Override
  public String job() {
    return job.name();
  }
}
