package dev.sojourn.agent.bootstrap.failure;

import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.event.RepeatedFailureSummaryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What fails again and again, each second. Any thread may add; the rest is for one thread at a
 * time. Bounded: what finds no room is forgotten.
 */
final class FailureTable implements SecondTable {
  /** The host's. */
  static final FailureTable HOST = new FailureTable();

  private static final int MOST = 1024;
  private static final int FORGOTTEN_AFTER_SECONDS = 10;

  private final Queue<RepeatedFailure> fresh = new ConcurrentLinkedQueue<>();
  private final List<RepeatedFailure> known = new ArrayList<>();

  /** Has it written from now on. */
  void add(RepeatedFailure failure) {
    fresh.add(failure);
  }

  /** Forgets everything. */
  synchronized void clear() {
    takeFresh();
    for (RepeatedFailure failure : known) {
      failure.forget();
    }
    known.clear();
  }

  /** How many are followed. */
  synchronized int size() {
    return known.size();
  }

  @Override
  public synchronized void flush(long secondEpochMillis) {
    takeFresh();
    int kept = 0;
    for (int i = 0; i < known.size(); i++) {
      RepeatedFailure failure = known.get(i);
      write(failure, secondEpochMillis);
      if (i < MOST && failure.idleSeconds() < FORGOTTEN_AFTER_SECONDS) {
        known.set(kept++, failure);
      } else {
        failure.forget();
      }
    }
    known.subList(kept, known.size()).clear();
  }

  private void takeFresh() {
    for (RepeatedFailure failure = fresh.poll(); failure != null; failure = fresh.poll()) {
      known.add(failure);
    }
  }

  private static void write(RepeatedFailure failure, long secondEpochMillis) {
    long repeated = failure.takeRepeated();
    if (repeated == 0) {
      return;
    }
    RepeatedFailureSummaryEvent event = new RepeatedFailureSummaryEvent();
    event.job = failure.job();
    event.failureClass = failure.failureClass();
    event.method = failure.place().method();
    event.line = failure.place().line();
    event.second = secondEpochMillis;
    event.repeated = repeated;
    event.timeBetween = failure.takeBetweenNanos();
    event.commit();
  }
}
