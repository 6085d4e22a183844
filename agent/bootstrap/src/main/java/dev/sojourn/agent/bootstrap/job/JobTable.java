package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.CostMode;
import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.event.JobSummaryEvent;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;

/**
 * All jobs. Looking one up takes no lock; a new one copies the table. Beyond the most that are
 * kept, runs are counted under one name.
 */
public final class JobTable implements SecondTable {
  /** The one table: a run is counted once whichever probe saw it. */
  public static final JobTable INSTANCE = new JobTable();

  private static final int MOST = 4096;
  private static final long MEASURED_FROM_NANOS = 100_000;

  private final Job other = new Job("(other)", ExecutorState.NONE);
  private final JobTotals totals = new JobTotals();
  private final HistogramEncoding encoding = new HistogramEncoding();
  private volatile Job[] slots = new Job[256];
  private int size;
  private volatile long budgetPerSecond = 1000;
  private volatile int highestExponent = Stride.HIGHEST_EXPONENT;
  private volatile boolean sampling;
  private long pending;

  private JobTable() {}

  /** Sets how many runs are written as events in a second, over all jobs. */
  public void budgetPerSecond(long events) {
    budgetPerSecond = events;
  }

  /** Sets of how many runs of a job at least one is timed. */
  public void longestStride(long runs) {
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, runs));
    highestExponent = Math.min(Stride.HIGHEST_EXPONENT, exponent);
  }

  private int highestExponent() {
    return CostMode.current() == CostMode.FULL ? highestExponent : Stride.HIGHEST_EXPONENT;
  }

  /** Whether every run of every job is to be timed, however short. */
  boolean timesEveryRun() {
    return highestExponent() == 0;
  }

  /** Whether there are jobs of which not every run is timed: then {@link TickClock} must tick. */
  public boolean isSampling() {
    return sampling;
  }

  Job of(String name, ExecutorState executor) {
    Job[] table = slots;
    int mask = table.length - 1;
    for (int i = hash(name, executor) & mask; table[i] != null; i = (i + 1) & mask) {
      if (table[i].executor() == executor && table[i].name().equals(name)) {
        return table[i];
      }
    }
    return add(name, executor);
  }

  private synchronized Job add(String name, ExecutorState executor) {
    for (Job job : slots) {
      if (job != null && job.executor() == executor && job.name().equals(name)) {
        return job;
      }
    }
    if (size == MOST) {
      return other;
    }
    Job added = new Job(name, executor);
    executor.jobAdded();
    Job[] table = size * 2 < slots.length ? slots.clone() : rehashed(slots.length * 2);
    insert(table, added);
    size++;
    slots = table;
    return added;
  }

  private Job[] rehashed(int length) {
    Job[] table = new Job[length];
    for (Job job : slots) {
      if (job != null) {
        insert(table, job);
      }
    }
    return table;
  }

  private static void insert(Job[] table, Job job) {
    int mask = table.length - 1;
    int i = hash(job.name(), job.executor()) & mask;
    while (table[i] != null) {
      i = (i + 1) & mask;
    }
    table[i] = job;
  }

  private static int hash(String name, ExecutorState executor) {
    int hash = name.hashCode() * 31 + (int) executor.id();
    return hash ^ hash >>> 16;
  }

  /** Forgets all jobs. */
  public synchronized void clear() {
    for (Job job : slots) {
      if (job != null) {
        job.forget();
      }
    }
    slots = new Job[256];
    size = 0;
  }

  @Override
  public void flush(long secondEpochMillis) {
    Job[] table = slots;
    TickClock.tick();
    ProbeCost.endSecond();
    boolean sampled = false;
    long share = share(table);
    long passedOver = 0;
    for (Job job : table) {
      if (job != null) {
        sampled |= flush(job, secondEpochMillis, share);
        passedOver += job.unwritten();
      }
    }
    sampled |= flush(other, secondEpochMillis, share);
    sampling = sampled;
    pending = passedOver + other.unwritten();
  }

  /**
   * What each job may write: those that need less leave the rest to others only in the long run.
   */
  private long share(Job[] table) {
    long jobs = 0;
    for (Job job : table) {
      if (job != null && job.isActive()) {
        jobs++;
      }
    }
    long budget = budgetPerSecond / CostMode.current().divisor();
    return Math.max(1, budget / Math.max(1, jobs));
  }

  /** Returns whether not every run of it is timed from now on. */
  private boolean flush(Job job, long secondEpochMillis, long share) {
    totals.clear();
    job.takeInto(totals);
    long rejected = job.takeRejected();
    long ended = totals.runs();
    job.active(ended > 0);
    if (ended == 0 && rejected == 0) {
      return false;
    }
    job.executor().countCompleted(ended);
    RunTimes times = totals.estimate();
    job.budget().follow(times.service, share);
    int exponent = 0;
    if (ended > 0) {
      job.measured(times.serviceNanos / ended >= MEASURED_FROM_NANOS);
      exponent =
          Stride.exponent(
              ended,
              times.serviceNanos,
              ProbeCost.nanosPerRun(),
              highestExponent(),
              CostMode.current());
      job.strideExponent(exponent);
      job.executor().offerStride(exponent);
    }
    write(job, secondEpochMillis, rejected, times);
    return exponent > 0;
  }

  private void write(Job job, long secondEpochMillis, long rejected, RunTimes times) {
    JobSummaryEvent event = new JobSummaryEvent();
    event.job = job.name();
    event.executor = job.executor().name();
    event.second = secondEpochMillis;
    event.runs = totals.runs();
    event.timedRuns = totals.timedRuns();
    event.failures = totals.failures();
    event.rejected = rejected;
    event.nested = totals.nested();
    event.waitingTime = times.waitingNanos;
    event.serviceTime = times.serviceNanos;
    event.waitingRuns = times.waiting.count();
    event.cpuTime = totals.cpuNanos();
    event.allocated = totals.allocatedBytes();
    event.measuredRuns = totals.measuredRuns();
    event.measuredServiceTime = totals.measuredServiceNanos();
    event.waiting = encoding.encode(times.waiting);
    event.service = encoding.encode(times.service);
    event.sojourn = encoding.encode(times.sojourn);
    event.commit();
  }

  /** Run events written, of all jobs. */
  public long written() {
    long sum = other.budget().written();
    for (Job job : slots) {
      sum += job == null ? 0 : job.budget().written();
    }
    return sum;
  }

  /** Runs that stand behind the weight of others, of all jobs. */
  public long sampled() {
    long sum = other.budget().sampled();
    for (Job job : slots) {
      sum += job == null ? 0 : job.budget().sampled();
    }
    return sum;
  }

  /** Runs that no event stood for when the last second ended. */
  public long pending() {
    return pending;
  }
}
