package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Doing;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The place in the code that held a lock most of the time that others were blocked, whatever thread
 * it was.
 *
 * @param method qualified method
 * @param line its line; -1 where it is not known
 * @param actors jobs and groups of threads that held it there, by blocked time
 * @param threads the one thread, or nothing where there were several
 * @param blame of all of them
 */
record LockBlame(String method, int line, Map<String, Long> actors, String threads, Blame blame) {
  /** A holder that does one thing for this share of the time is explained by it. */
  private static final double EXPLAINS_SHARE = 0.5;

  private static final Set<Component> WORK =
      EnumSet.of(Component.CPU, Component.SOCKET, Component.FILE);

  private static final double LONG_HOLD_NANOS = 30e6;

  /** The one that answers for most. */
  static Optional<LockBlame> most(LockStatistics lock) {
    return most(lock.holders());
  }

  /** The same of some holders. */
  static Optional<LockBlame> most(Map<LockOwner, Blame> holders) {
    Map<String, LockBlame> places = new TreeMap<>();
    holders.forEach(
        (holder, blame) ->
            places.merge(
                holder.method() + ":" + holder.line(), of(holder, blame), LockBlame::plus));
    return places.values().stream()
        .filter(place -> place.blame.blockedNanos() > 0)
        .max(
            Comparator.comparing(LockBlame::isPlaced)
                .thenComparingLong(place -> place.blame.blockedNanos()));
  }

  /** Whether it is known where the holder was. */
  boolean isPlaced() {
    return !method.isEmpty();
  }

  /** The endpoint that it waited for while it held the lock, if that was what took the time. */
  Optional<String> endpoint() {
    return doing()
        .filter(doing -> doing.getKey().component() == Component.SOCKET)
        .map(doing -> doing.getKey().what())
        .filter(what -> !what.isEmpty());
  }

  /** The lock that it was itself blocked by most of the time, at the end of the chain of waits. */
  Optional<String> rootLock() {
    Map<String, Long> locks = new TreeMap<>();
    blame.roots().forEach((root, nanos) -> locks.merge(root.lock().name(), nanos, Long::sum));
    return locks.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(lock -> lock.getValue() >= EXPLAINS_SHARE * blame.blockedNanos())
        .map(Map.Entry::getKey);
  }

  /** The figures, given the blocked time of which holders could be known. */
  List<Evidence> evidence(long blockedNanos) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(
        Evidence.share(
            "blocked while held there", (double) blame.blockedNanos() / Math.max(1, blockedNanos)));
    if (blame.holds().count() > 0) {
      evidence.add(Evidence.nanos("longest hold", blame.holds().maxNanos()));
    }
    doing().ifPresent(doing -> evidence.add(evidence(doing)));
    return evidence;
  }

  /**
   * Whether what it does takes long by itself, and not because the holder is late: it computes,
   * waits for another system, or holds the lock much longer than a processor is waited for.
   */
  boolean takesLong() {
    boolean works = doing().filter(doing -> WORK.contains(doing.getKey().component())).isPresent();
    long count = blame.holds().count();
    return works || (count > 0 && blame.holds().totalNanos() >= LONG_HOLD_NANOS * count);
  }

  private Evidence evidence(Map.Entry<Doing, Long> doing) {
    Doing what = doing.getKey();
    String label = "holder " + what.component().name().toLowerCase(Locale.ROOT);
    return Evidence.share(
        what.what().isEmpty() ? label : label + " " + what.what(),
        (double) doing.getValue() / Math.max(1, blame.blockedNanos()));
  }

  private Optional<Map.Entry<Doing, Long>> doing() {
    return blame.doing().entrySet().stream()
        .filter(doing -> doing.getKey().component() != Component.UNEXPLAINED)
        .max(Map.Entry.comparingByValue())
        .filter(doing -> doing.getValue() >= EXPLAINS_SHARE * blame.blockedNanos());
  }

  private static LockBlame of(LockOwner holder, Blame blame) {
    return new LockBlame(
        holder.method(),
        holder.line(),
        Map.of(holder.actor().name(), blame.blockedNanos()),
        holder.thread(),
        blame);
  }

  private LockBlame plus(LockBlame other) {
    Map<String, Long> sum = new TreeMap<>(actors);
    other.actors.forEach((actor, nanos) -> sum.merge(actor, nanos, Long::sum));
    return new LockBlame(
        method, line, sum, threads.equals(other.threads) ? threads : "", blame.plus(other.blame));
  }
}
