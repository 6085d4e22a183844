package dev.sojourn.agent.bootstrap.job;

/** Times of runs, each with the number of runs that it stands for. Not thread-safe. */
final class RunTimes {
  final Buckets waiting = new Buckets();
  final Buckets service = new Buckets();
  final Buckets sojourn = new Buckets();
  long waitingNanos;
  long serviceNanos;

  void add(long waitedNanos, long servedNanos, int weight) {
    service.add(servedNanos, weight);
    serviceNanos += servedNanos * weight;
    sojourn.add(servedNanos + Math.max(0, waitedNanos), weight);
    if (waitedNanos >= 0) {
      waiting.add(waitedNanos, weight);
      waitingNanos += waitedNanos * weight;
    }
  }

  /**
   * Adds runs that did not wait, as {@link Buckets#addSince} does.
   *
   * @return their number
   */
  long addSince(Buckets served, Buckets before) {
    Buckets since = new Buckets();
    long runs = since.addSince(served, before);
    service.add(since);
    sojourn.takeFrom(since);
    return runs;
  }

  /** Adds another's times and clears the other. */
  void takeFrom(RunTimes other) {
    waiting.takeFrom(other.waiting);
    service.takeFrom(other.service);
    sojourn.takeFrom(other.sojourn);
    waitingNanos += other.waitingNanos;
    serviceNanos += other.serviceNanos;
    other.clearSums();
  }

  /** Lets the times stand for {@code runs} runs, with their shares unchanged. */
  void scaleTo(long runs) {
    long stoodFor = service.count();
    if (stoodFor == 0 || stoodFor == runs) {
      return;
    }
    double ratio = (double) runs / stoodFor;
    waiting.scaleTo(Math.round(waiting.count() * ratio));
    service.scaleTo(runs);
    sojourn.scaleTo(runs);
    waitingNanos = Math.round(waitingNanos * ratio);
    serviceNanos = Math.round(serviceNanos * ratio);
  }

  void clear() {
    waiting.clear();
    service.clear();
    sojourn.clear();
    clearSums();
  }

  private void clearSums() {
    waitingNanos = 0;
    serviceNanos = 0;
  }
}
