package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.GcPause;
import java.util.ArrayList;
import java.util.List;

/** When all threads stood still for garbage collection: disjoint, by time. */
final class PauseTable {
  private final List<Span> spans = new ArrayList<>();

  private PauseTable(List<Span> pauses) {
    long end = Long.MIN_VALUE;
    for (Span pause : pauses.stream().sorted().toList()) {
      if (pause.endEpochNanos() > end) {
        spans.add(new Span(Math.max(end, pause.beginEpochNanos()), pause.endEpochNanos()));
        end = pause.endEpochNanos();
      }
    }
  }

  static PauseTable ofSpans(List<Span> pauses) {
    return new PauseTable(pauses);
  }

  static PauseTable of(List<GcPause> pauses) {
    return new PauseTable(
        pauses.stream()
            .map(pause -> new Span(pause.startEpochNanos(), pause.endEpochNanos()))
            .toList());
  }

  List<Span> spans() {
    return spans;
  }

  /**
   * Puts paused time between two instants, in which the thread did not wait for anything else, down
   * to the collector: who was late to wake up in a pause did not lack a processor. Tells how much
   * of it the thread's own intervals do not explain.
   */
  long addTimes(
      long beginEpochNanos, long endEpochNanos, Timeline timeline, long[] nanosByComponent) {
    long unexplained = 0;
    long[] meanwhile = new long[nanosByComponent.length];
    for (int i = firstEndingAfter(beginEpochNanos); i < spans.size(); i++) {
      long begin = Math.max(spans.get(i).beginEpochNanos(), beginEpochNanos);
      long end = Math.min(spans.get(i).endEpochNanos(), endEpochNanos);
      if (begin >= endEpochNanos) {
        break;
      }
      unexplained += end - begin - timeline.addTimes(begin, end, meanwhile);
    }
    long ready = meanwhile[Component.READY.ordinal()];
    nanosByComponent[Component.READY.ordinal()] -= ready;
    nanosByComponent[Component.GC.ordinal()] += unexplained + ready;
    return unexplained;
  }

  private int firstEndingAfter(long epochNanos) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).endEpochNanos() <= epochNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
