package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for who held locks of which no event tells the holder: parks tell who waited, for how long
 * and on what, and no more. What a holder does takes about as long as the first of those who wait
 * for it waits; it begins not long before that wait, and is over when the wait is. One wait proves
 * nothing, since somebody is always busy; but the place that was busy behind most of them, in a
 * class in which others waited, is where the lock was held. Where there is no such place, nobody is
 * named.
 */
final class HolderSearch {
  /**
   * Who may have held it.
   *
   * @param busyBefore whether it was just as busy there before, and done just as timely
   * @param lagNanos how long it was done before the wait was over
   */
  private record Candidate(Hold hold, boolean busyBefore, long lagNanos) {
    String method() {
      return hold.holder().method();
    }

    long nanos() {
      return hold.endEpochNanos() - hold.startEpochNanos();
    }
  }

  /** A shorter wait ends by chance when something else does. */
  private static final long LEAST_NANOS = 5_000_000;

  /** What a holder does may be a part of its hold only, and not all of that leaves events. */
  private static final double COVERED_SHARE = 0.6;

  private static final int LEAST_GAPS = 3;

  /** More do not make it surer, and each is compared with all threads. */
  private static final int MOST_GAPS = 500;

  private static final double MOST_OF_TIME = 0.5;

  /** Who does the same all of the time does it whether the lock is held or not. */
  private static final double MOST_BEFORE = 0.75;

  private final ThreadHistories histories;
  private final Map<LockKey, List<UnknownHold>> gaps = new HashMap<>();

  HolderSearch(ThreadHistories histories) {
    this.histories = histories;
  }

  /** Takes a time in which somebody held a lock, and nobody knows who. */
  void add(LockWaitEvent wait, Span span) {
    if (span.nanos() >= LEAST_NANOS && !wait.identity().className().isEmpty()) {
      gaps.computeIfAbsent(wait.key(), key -> new ArrayList<>()).add(new UnknownHold(wait, span));
    }
  }

  /** The holds that were found. */
  List<Hold> holds() {
    List<Hold> holds = new ArrayList<>();
    gaps.forEach((key, some) -> holds.addAll(holds(key, some)));
    return holds;
  }

  private List<Hold> holds(LockKey key, List<UnknownHold> all) {
    all.sort(Comparator.comparingLong(gap -> gap.span().beginEpochNanos()));
    List<UnknownHold> some = all.subList(0, Math.min(all.size(), MOST_GAPS));
    GuardedPlace place = new GuardedPlace(key, some.stream().map(UnknownHold::first).toList());
    Map<String, List<Candidate>> byMethod = new TreeMap<>();
    for (UnknownHold gap : some) {
      for (Candidate candidate : candidates(gap, place)) {
        byMethod.computeIfAbsent(candidate.method(), m -> new ArrayList<>()).add(candidate);
      }
    }
    long nanos = some.stream().mapToLong(gap -> gap.span().nanos()).sum();
    return byMethod.values().stream()
        .filter(HolderSearch::isNoAccident)
        .filter(candidates -> nanos(candidates) >= MOST_OF_TIME * nanos)
        .max(
            Comparator.comparingLong(HolderSearch::nanos)
                .thenComparing(Comparator.comparingLong(HolderSearch::lagNanos).reversed()))
        .map(best -> best.stream().map(Candidate::hold).toList())
        .orElseGet(() -> new SilentHolders(histories, place, some).holds(MOST_OF_TIME * nanos));
  }

  private static boolean isNoAccident(List<Candidate> candidates) {
    long before = candidates.stream().filter(Candidate::busyBefore).count();
    return candidates.size() >= LEAST_GAPS && before <= MOST_BEFORE * candidates.size();
  }

  private static long nanos(List<Candidate> candidates) {
    return candidates.stream().mapToLong(Candidate::nanos).sum();
  }

  private static long lagNanos(List<Candidate> candidates) {
    return candidates.stream().mapToLong(Candidate::lagNanos).sum();
  }

  /** At most one for each method: of several threads there, one held it after the other. */
  private Collection<Candidate> candidates(UnknownHold gap, GuardedPlace place) {
    Map<String, Candidate> byMethod = new TreeMap<>();
    for (ThreadHistory history : histories.all()) {
      if (gap.mayBeOf(history)) {
        Site site = busyAt(history, gap.span(), gap);
        String method = site == null ? null : place.within(site);
        if (method != null) {
          Site before = busyAt(history, gap.before(), gap);
          boolean always = before != null && method.equals(place.within(before));
          long lag = new HolderActivity(history, gap.span()).lagNanos();
          byMethod.putIfAbsent(method, new Candidate(gap.of(history, site, method), always, lag));
        }
      }
    }
    return byMethod.values();
  }

  /** Where a thread was busy for most of a time, up to its end; null where it was not. */
  private static Site busyAt(ThreadHistory history, Span span, UnknownHold gap) {
    HolderActivity activity = new HolderActivity(history, span);
    if (activity.isWaitingFor(gap.first().identity()) || activity.goesOn()) {
      return null;
    }
    Site site = activity.busySite(COVERED_SHARE);
    return site == null || site.method().isEmpty() || SiteTable.isJdk(site.method()) ? null : site;
  }
}
