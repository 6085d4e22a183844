package dev.sojourn.agent.bootstrap.job;

import java.util.concurrent.atomic.AtomicReference;

/** The tallies of one job. Any thread adds to them, the agent's alone does the rest. */
final class JobTallies {
  private final AtomicReference<Tally> newest = new AtomicReference<>();
  private Tally busiest;

  boolean isEmpty() {
    return newest.get() == null;
  }

  void add(Tally tally) {
    Tally head;
    do {
      head = newest.get();
      tally.next(head);
    } while (!newest.compareAndSet(head, tally));
  }

  /** Moves what was counted into {@code totals}, and lets go of threads that have ended. */
  void takeInto(JobTotals totals) {
    busiest = null;
    long most = 0;
    Tally before = null;
    for (Tally tally = newest.get(); tally != null; tally = tally.next()) {
      // Asked before the count is taken: what an ended thread counted is all there.
      boolean last = tally.isFinal();
      long runs = tally.takeInto(totals);
      if (runs > most) {
        most = runs;
        busiest = tally;
      }
      if (last && remove(tally, before)) {
        tally.forgetThread();
      } else {
        before = tally;
      }
    }
  }

  /** A newcomer in front of the first keeps it until the next time. */
  private boolean remove(Tally tally, Tally before) {
    if (before == null) {
      return newest.compareAndSet(tally, tally.next());
    }
    before.next(tally.next());
    return true;
  }

  /** One of the next runs is told, whatever chance says. */
  void tellNext() {
    if (busiest != null) {
      busiest.tellNext();
    }
  }

  /** Every thread's next run is told, whatever chance says. */
  void tellAllNext() {
    for (Tally tally = newest.get(); tally != null; tally = tally.next()) {
      tally.tellNext();
    }
  }
}
