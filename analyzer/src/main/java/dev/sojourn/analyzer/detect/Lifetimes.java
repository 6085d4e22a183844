package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.Series;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How long sampled objects were seen to live. The JVM's sample is taken anew after each search for
 * ways to the roots, since a full one tells of the first seconds only; so what was allocated after
 * a search is known to have lived until the next one, and may be unknown after that. A cache that
 * drops its entries holds some at each search, but few from soon after the search before.
 *
 * @param count the most that were in one sample, since each tells anew of all that are alive
 * @param seconds from the begin of the recording to the last search
 * @param longestSeconds the most between two searches
 * @param provenSeconds sum over the times between two searches: from the first allocation of what
 *     lived until the later one
 * @param earlyShare of what was allocated between two searches and lived until the later one, the
 *     part that is from the first third of that time
 * @param quarters of all of the time in which something was allocated that lived until a search
 */
record Lifetimes(
    long count,
    double seconds,
    double longestSeconds,
    double provenSeconds,
    double earlyShare,
    int quarters) {
  /** What is kept from all of the time is a leak rather than a state that was built up once. */
  static final int MOST_QUARTERS = 3;

  private static final int QUARTERS = 4;

  /** What lived for so much of the time was not on its way out. */
  private static final double PROVEN_SHARE = 0.75;

  /** A third, or more where the sample is soon full, if all of it lives. */
  private static final double LEAST_EARLY_SHARE = 0.2;

  /** With searches this far apart at most, a state that was built up once would not suffice. */
  private static final double LONGEST_SHARE = 0.6;

  /** One that is kept from each second or so; fewer may be what a service keeps of its start. */
  static final long LEAST_KEPT = 8;

  /** Two searches within this time, as at the end of a recording, are one. */
  private static final double SAME_SEARCH_SECONDS = 2;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Of some objects, all of which were found reachable. */
  static Lifetimes of(Workload workload, Collection<OldObjectStatistics> objects) {
    TreeSet<Long> searches = new TreeSet<>();
    workload
        .summary()
        .oldObjects()
        .byKey()
        .forEach((key, all) -> searches.addAll(all.bySampleTime().bins().keySet()));
    Series<Amount> allocated = Series.empty();
    Series<Amount> sampled = Series.empty();
    for (OldObjectStatistics statistics : objects) {
      allocated = allocated.plus(statistics.byAllocationTime());
      sampled = sampled.plus(statistics.bySampleTime());
    }
    double begin = workload.beginEpochNanos() / NANOS_PER_SECOND;
    double end =
        sampled.bins().keySet().stream().mapToDouble(Long::doubleValue).max().orElse(begin);
    long count = sampled.bins().values().stream().mapToLong(Amount::count).max().orElse(0);
    return of(count, begin, Math.max(begin + 1, end), searches, new TreeMap<>(allocated.bins()));
  }

  private static Lifetimes of(
      long count,
      double begin,
      double end,
      TreeSet<Long> searches,
      NavigableMap<Long, Amount> allocated) {
    double proven = 0;
    double longest = 0;
    long early = 0;
    long living = 0;
    double last = begin;
    for (long search : searches.headSet((long) end, true)) {
      if (search - last >= SAME_SEARCH_SECONDS || search >= (long) end) {
        var since = allocated.subMap((long) last, true, Math.max(search, (long) last), false);
        proven += since.isEmpty() ? 0 : search - Math.max(since.firstKey(), last);
        early += count(since.headMap((long) (last + (search - last) / 3), true));
        living += count(since);
        longest = Math.max(longest, search - last);
        last = search;
      }
    }
    double earlyShare = (double) early / Math.max(1, living);
    int quarters = quarters(begin, end, allocated.keySet());
    return new Lifetimes(count, end - begin, longest, proven, earlyShare, quarters);
  }

  private static long count(Map<Long, Amount> objects) {
    return objects.values().stream().mapToLong(Amount::count).sum();
  }

  private static int quarters(double begin, double end, Set<Long> allocated) {
    return (int)
        allocated.stream()
            .mapToInt(second -> (int) (QUARTERS * (second - begin) / (end - begin)))
            .map(quarter -> Math.min(quarter, QUARTERS - 1))
            .filter(quarter -> quarter >= 0)
            .distinct()
            .count();
  }

  /** Whether things of all of the time were kept, as far as can be seen. */
  boolean spanAll() {
    boolean anew = longestSeconds <= LONGEST_SHARE * seconds && count >= LEAST_KEPT;
    boolean dated = anew || quarters >= MOST_QUARTERS;
    return dated && areLong();
  }

  /** Whether they lived for most of the time that could be seen. */
  boolean areLong() {
    return provenSeconds >= PROVEN_SHARE * seconds && earlyShare >= LEAST_EARLY_SHARE;
  }
}
