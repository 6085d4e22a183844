package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The waits for one lock, and its holds. */
final class Contention {
  /** A wait, and who waited. */
  record Waiting(LockWaitEvent event, Actor actor) {}

  private static final int MOST_LOOKED_AT = 64;

  private final List<Waiting> waits = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();

  void add(LockWaitEvent wait, Actor actor) {
    waits.add(new Waiting(wait, actor));
  }

  void add(Hold hold) {
    holds.add(hold);
  }

  /** Orders the holds, having inferred them from the waits where nobody told of any. */
  void complete(HoldInference inference) {
    if (holds.isEmpty()) {
      holds.addAll(inference.infer(waits.stream().map(Waiting::event).toList()));
    }
    holds.sort(
        Comparator.comparingLong(Hold::startEpochNanos)
            .thenComparingLong(Hold::endEpochNanos)
            .thenComparing(Hold::holder));
    waits.sort(
        Comparator.comparingLong((Waiting waiting) -> waiting.event().startEpochNanos())
            .thenComparingLong(waiting -> waiting.event().endEpochNanos())
            .thenComparingLong(waiting -> waiting.event().thread().javaId()));
  }

  /** By begin, after completion. */
  List<Waiting> waits() {
    return waits;
  }

  /** By begin, after completion. */
  List<Hold> holds() {
    return holds;
  }

  /** The hold that covers most of a span, of another thread than the given; null for none. */
  Hold mainHold(Span span, long exceptThreadId) {
    Hold main = null;
    long most = 0;
    int last = lastBeginningBefore(span.endEpochNanos());
    for (int i = last; i >= 0 && i > last - MOST_LOOKED_AT; i--) {
      Hold hold = holds.get(i);
      long overlap = span.overlapNanos(hold.startEpochNanos(), hold.endEpochNanos());
      if (overlap > most && hold.threadId() != exceptThreadId) {
        main = hold;
        most = overlap;
      }
    }
    return main;
  }

  private int lastBeginningBefore(long epochNanos) {
    int low = 0;
    int high = holds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.get(middle).startEpochNanos() < epochNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
