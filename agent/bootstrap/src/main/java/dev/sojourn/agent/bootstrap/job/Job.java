package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** One job on one executor: its second so far, and what of its runs may be written. Lock-free. */
final class Job {
  private static final int UNTIMED = -1;
  private static final int STRIPES =
      Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors())) * 4;

  private final String name;
  private final ExecutorState executor;
  private final AtomicReferenceArray<JobStripe> stripes = new AtomicReferenceArray<>(STRIPES);
  private final AtomicLong rejected = new AtomicLong();
  private final RunBudget budget = new RunBudget();
  private final AtomicReference<SubmissionRing> submissions = new AtomicReference<>();
  private volatile boolean measured;
  private volatile boolean active = true;
  private volatile boolean forgotten;
  private volatile int strideExponent;
  private volatile boolean wantsTimed;
  private final JobTallies tallies = new JobTallies();
  private long ended;

  Job(String name, ExecutorState executor) {
    this.name = name;
    this.executor = executor;
  }

  String name() {
    return name;
  }

  ExecutorState executor() {
    return executor;
  }

  RunBudget budget() {
    return budget;
  }

  /** The runs that are only counted, by thread. */
  JobTallies tallies() {
    return tallies;
  }

  /** Submissions of tasks that may be queued more than once. */
  SubmissionRing submissions() {
    SubmissionRing ring = submissions.get();
    if (ring == null) {
      submissions.compareAndSet(null, new SubmissionRing());
      ring = submissions.get();
    }
    return ring;
  }

  /** Whether runs are long enough for reading the thread's CPU time to be negligible. */
  boolean isMeasured() {
    return measured;
  }

  void measured(boolean longEnough) {
    measured = longEnough;
  }

  /** Whether it had runs in the last second. */
  boolean isActive() {
    return active;
  }

  void active(boolean hadRuns) {
    active = hadRuns;
  }

  void countRejected() {
    rejected.incrementAndGet();
  }

  long takeRejected() {
    return rejected.getAndSet(0);
  }

  /** Whether the table has let go of it: what it counts would be lost. */
  boolean isForgotten() {
    return forgotten;
  }

  void forget() {
    forgotten = true;
  }

  /** Of so many runs one is timed, as a power of two. */
  int strideExponent() {
    return strideExponent;
  }

  /** Whether threads that repeat it tally its runs. */
  boolean isTallied() {
    return strideExponent > 0 || (!measured && JobTable.INSTANCE.timesEveryRun());
  }

  /** Sets the stride; the next run is timed whatever it is, so that no second is without one. */
  void strideExponent(int exponent) {
    strideExponent = exponent;
    wantsTimed = exponent > 0;
    if (exponent == 0) {
      tallies.tellAllNext();
    } else {
      tallies.tellNext();
    }
  }

  /**
   * Decides whether a run is to be timed.
   *
   * @param number any number that has nothing to do with the run
   * @return the exponent of the number of runs that it is to stand for; below 0 if it is not timed
   */
  int choose(int number) {
    int exponent = strideExponent;
    if ((number & (1 << exponent) - 1) == 0) {
      return exponent;
    }
    if (wantsTimed) {
      wantsTimed = false;
      return exponent;
    }
    return UNTIMED;
  }

  /** Counts a run, and returns for how many an event of it would stand; 0 for no event. */
  long add(TaskRun run) {
    // Stripes are tried in order: one thread alone touches the first only.
    for (int i = 0; ; i = (i + 1) % STRIPES) {
      JobStripe stripe = stripe(i);
      if (stripe.claim()) {
        try {
          stripe.totals.add(run);
          stripe.unwritten.add(run.represented());
          return budget.weigh(run.serviceNanos(), run.weight(), stripe.unwritten);
        } finally {
          stripe.release();
        }
      }
    }
  }

  /**
   * Moves what was counted into {@code totals}, which are empty. A stripe in use keeps its share
   * until next time.
   */
  void takeInto(JobTotals totals) {
    tallies.takeInto(totals);
    for (int i = 0; i < STRIPES; i++) {
      JobStripe stripe = stripes.get(i);
      if (stripe != null && claimPatiently(stripe)) {
        try {
          totals.takeFrom(stripe.totals);
        } finally {
          stripe.release();
        }
      }
    }
    ended += totals.runs();
  }

  /** Runs that no event stood for when {@link #takeInto} was last called. */
  long unwritten() {
    return ended - budget.written() - budget.sampled();
  }

  private static boolean claimPatiently(JobStripe stripe) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      if (stripe.claim()) {
        return true;
      }
      Thread.yield();
    }
    return false;
  }

  private JobStripe stripe(int index) {
    JobStripe stripe = stripes.get(index);
    if (stripe == null) {
      stripes.compareAndSet(index, null, new JobStripe());
      stripe = stripes.get(index);
    }
    return stripe;
  }
}
