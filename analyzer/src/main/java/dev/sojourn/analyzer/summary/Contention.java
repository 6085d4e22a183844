package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The waits for one lock, and its holds. */
final class Contention {
  /** A wait, and who waited; nobody while that is open. */
  record Waiting(LockWaitEvent event, Actor actor) {
    boolean isOpen() {
      return actor == null;
    }
  }

  /** So many holds are kept for the waits of a later chunk. */
  static final int MOST_KEPT = 64;

  private static final int MOST_LOOKED_AT = 64;

  private final List<Waiting> waits = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();

  void add(LockWaitEvent wait, Actor actor) {
    waits.add(new Waiting(wait, actor));
  }

  void add(Hold hold) {
    holds.add(hold);
  }

  /** Infers the holds from the waits where nobody told of any. */
  void infer(HoldInference inference) {
    if (holds.isEmpty()) {
      holds.addAll(inference.infer(waits.stream().map(Waiting::event).toList()));
    }
  }

  /** To be called when all holds are there. */
  void order() {
    holds.sort(
        Comparator.comparingLong(Hold::startEpochNanos)
            .thenComparingLong(Hold::endEpochNanos)
            .thenComparing(Hold::holder));
    waits.sort(
        Comparator.comparingLong((Waiting waiting) -> waiting.event().startEpochNanos())
            .thenComparingLong(waiting -> waiting.event().endEpochNanos())
            .thenComparingLong(waiting -> waiting.event().thread().javaId()));
  }

  /** The holds that open waits overlap, and the last ones. */
  List<Hold> openHolds() {
    List<Hold> byEnd = new ArrayList<>(holds);
    byEnd.sort(Comparator.comparingLong(Hold::endEpochNanos).reversed());
    List<Hold> kept = new ArrayList<>(byEnd.subList(0, Math.min(MOST_KEPT, byEnd.size())));
    long begin = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (Waiting waiting : waits) {
      if (waiting.isOpen()) {
        begin = Math.min(begin, waiting.event().startEpochNanos());
        end = Math.max(end, waiting.event().endEpochNanos());
      }
    }
    for (Hold hold : byEnd.subList(kept.size(), byEnd.size())) {
      if (hold.startEpochNanos() < end && hold.endEpochNanos() > begin) {
        kept.add(hold);
      }
    }
    return kept;
  }

  /** By begin, after ordering. */
  List<Waiting> waits() {
    return waits;
  }

  /** By begin, after ordering. */
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
