package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** One job on one executor: its second so far, and what of its runs may be written. Lock-free. */
final class Job {
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

  /** Counts a run. */
  void add(TaskRun run, long serviceNanos) {
    // Stripes are tried in order: one thread alone touches the first only.
    for (int i = 0; ; i = (i + 1) % STRIPES) {
      JobStripe stripe = stripe(i);
      if (stripe.claim()) {
        try {
          stripe.totals.add(run, serviceNanos);
        } finally {
          stripe.release();
        }
        return;
      }
    }
  }

  /**
   * Moves what was counted into {@code totals}. A stripe in use keeps its share until next time.
   */
  void takeInto(JobTotals totals) {
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
