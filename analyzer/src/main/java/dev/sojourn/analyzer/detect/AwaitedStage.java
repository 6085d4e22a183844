package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The one thread that jobs wait for most of their time, so that more threads of theirs would wait
 * as well: a stage that takes what they make from a buffer, and is slower.
 */
final class AwaitedStage {
  /** They do little but wait for it. */
  private static final double WAITED_SHARE = 0.5;

  /** And hardly for anybody else there. */
  private static final double ONE_THREADS_SHARE = 0.8;

  private static final Pattern FOR_OTHERS =
      Pattern.compile(
          "java\\.util\\.concurrent\\.(\\w+(Queue|Deque)\\.(put|offer)\\w*|CyclicBarrier\\.\\w+)");

  private AwaitedStage() {}

  /** Where that thread was, if there is one. */
  static Optional<LockBlame> of(Workload workload, List<Subject> jobs) {
    double serviceNanos = jobs.stream().mapToDouble(Subject::serviceNanos).sum();
    return workload.summary().locks().byKey().entrySet().stream()
        .filter(lock -> waitedNanos(workload, jobs, lock) >= WAITED_SHARE * serviceNanos)
        .flatMap(lock -> of(lock.getKey(), lock.getValue()).stream())
        .findFirst();
  }

  /** Where the one thread is that others wait for there, if it is one and no lock. */
  static Optional<LockBlame> of(LockKey key, LockStatistics waits) {
    boolean awaited =
        switch (key.family()) {
          case WAIT_SET -> !HandedOn.isLock(key, waits);
          case CONDITION -> isForOthers(waits);
          default -> false;
        };
    return awaited ? oneThread(waits) : Optional.empty();
  }

  /** Whether it is the JDK's buffers and barriers that make them wait, and not for work. */
  private static boolean isForOthers(LockStatistics waits) {
    long nanos =
        waits.waitSites().entrySet().stream()
            .filter(site -> site.getKey().stack().stream().anyMatch(FOR_OTHERS.asMatchPredicate()))
            .mapToLong(site -> site.getValue().totalNanos())
            .sum();
    return nanos >= ONE_THREADS_SHARE * waits.eventNanos();
  }

  private static double waitedNanos(
      Workload workload, List<Subject> jobs, Map.Entry<LockKey, LockStatistics> lock) {
    double nanos = 0;
    for (Map.Entry<Actor, TimeTotal> victim : lock.getValue().victims().entrySet()) {
      boolean counts = workload.subject(victim.getKey()).filter(jobs::contains).isPresent();
      nanos += counts ? victim.getValue().totalNanos() : 0;
    }
    return nanos;
  }

  /** Where the thread is that answers for nearly all of it; the places it is at may be many. */
  private static Optional<LockBlame> oneThread(LockStatistics lock) {
    Map<String, Map<LockOwner, Blame>> threads = new TreeMap<>();
    lock.holders()
        .forEach(
            (holder, blame) ->
                threads
                    .computeIfAbsent(holder.thread(), thread -> new TreeMap<>())
                    .put(holder, blame));
    threads.remove("");
    return threads.values().stream()
        .filter(holders -> blockedNanos(holders) >= ONE_THREADS_SHARE * lock.eventNanos())
        .flatMap(holders -> LockBlame.most(holders).stream())
        .filter(LockBlame::isPlaced)
        .findFirst();
  }

  private static long blockedNanos(Map<LockOwner, Blame> holders) {
    return holders.values().stream().mapToLong(Blame::blockedNanos).sum();
  }
}
