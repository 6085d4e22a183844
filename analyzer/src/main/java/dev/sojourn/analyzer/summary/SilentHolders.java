package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ExecutionSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for who held a lock among threads of which nothing is known meanwhile: one that stands
 * still most of the time, and is up just while others wait for the lock, time and again. What it
 * does then is seen in samples now and then; all of them together tell where.
 */
final class SilentHolders {
  /** How much of a wait it must be up. */
  private static final double COVERED_SHARE = 0.6;

  /** It may be up for so many times as long as others are seen to wait. */
  private static final double MOST_LENGTHS = 2.5;

  private static final int LEAST_GAPS = 3;
  private static final int LEAST_SAMPLES = 3;

  private final ThreadHistories histories;
  private final GuardedPlace place;
  private final List<UnknownHold> gaps;

  /** Looks behind some of one lock. */
  SilentHolders(ThreadHistories histories, GuardedPlace place, List<UnknownHold> gaps) {
    this.histories = histories;
    this.place = place;
    this.gaps = gaps;
  }

  /** The holds of the one thread that was up behind so much of the waits; none for nobody. */
  List<Hold> holds(double leastNanos) {
    Map<Long, List<UnknownHold>> byThread = new TreeMap<>();
    for (UnknownHold gap : gaps) {
      for (ThreadHistory history : histories.all()) {
        if (gap.mayBeOf(history) && isUpFor(history, gap.span())) {
          byThread.computeIfAbsent(history.thread().javaId(), id -> new ArrayList<>()).add(gap);
        }
      }
    }
    return byThread.entrySet().stream()
        .filter(thread -> thread.getValue().size() >= LEAST_GAPS)
        .filter(thread -> nanos(thread.getValue()) >= leastNanos)
        .max(Comparator.comparingLong(thread -> nanos(thread.getValue())))
        .map(thread -> placed(histories.ofJavaId(thread.getKey()), thread.getValue()))
        .orElse(List.of());
  }

  private static long nanos(List<UnknownHold> some) {
    return some.stream().mapToLong(gap -> gap.span().nanos()).sum();
  }

  /** Whether it stood still until about then, and does so again when the wait is over. */
  private static boolean isUpFor(ThreadHistory history, Span span) {
    Timeline timeline = history.timeline();
    int next = timeline.firstEndingAfter(span.beginEpochNanos() + span.nanos() / 2);
    if (next == 0 || next >= timeline.size()) {
      return false;
    }
    long from = timeline.end(next - 1);
    long to = timeline.start(next);
    return to - from <= MOST_LENGTHS * span.nanos()
        && span.overlapNanos(from, to) >= COVERED_SHARE * span.nanos();
  }

  private List<Hold> placed(ThreadHistory history, List<UnknownHold> held) {
    Map<Site, Integer> seen = seen(history, held);
    Map<String, Integer> methods = new TreeMap<>();
    seen.forEach((site, count) -> methods.merge(place.within(site), count, Integer::sum));
    if (seen.values().stream().mapToInt(Integer::intValue).sum() < LEAST_SAMPLES) {
      return List.of();
    }
    String method = most(methods);
    seen.keySet().removeIf(site -> !place.within(site).equals(method));
    Site site = most(seen);
    return held.stream().map(gap -> gap.of(history, site, method)).toList();
  }

  /** Where it was seen during holds, in a class in which others waited. */
  private Map<Site, Integer> seen(ThreadHistory history, List<UnknownHold> held) {
    Map<Site, Integer> seen = new TreeMap<>();
    for (UnknownHold gap : held) {
      Span span = gap.span();
      for (ExecutionSample sample :
          history.samples().between(span.beginEpochNanos(), span.endEpochNanos())) {
        Site site = history.sites().site(sample.stackTrace());
        if (place.within(site) != null) {
          seen.merge(site, 1, Integer::sum);
        }
      }
    }
    return seen;
  }

  private static <K> K most(Map<K, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
