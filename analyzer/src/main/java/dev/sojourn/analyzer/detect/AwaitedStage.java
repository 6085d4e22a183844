package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one thread that the jobs of a pool wait for most of their time, so that more threads of
 * theirs would wait as well: a stage that takes what they make from a buffer, and is slower.
 */
final class AwaitedStage {
  /** They do little but wait for it. */
  private static final double WAITED_SHARE = 0.5;

  /** And hardly for anybody else there. */
  private static final double ONE_THREADS_SHARE = 0.8;

  private AwaitedStage() {}

  /** Where that thread was, if there is one. */
  static Optional<LockBlame> of(Workload workload, List<Subject> jobs) {
    double serviceNanos = jobs.stream().mapToDouble(Subject::serviceNanos).sum();
    return workload.summary().locks().byKey().entrySet().stream()
        .filter(lock -> lock.getKey().family() == LockKey.Family.WAIT_SET)
        .filter(lock -> waitedNanos(workload, jobs, lock) >= WAITED_SHARE * serviceNanos)
        .filter(lock -> !HandedOn.isLock(lock.getKey(), lock.getValue()))
        .flatMap(lock -> oneThread(lock.getValue()).stream())
        .findFirst();
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

  private static Optional<LockBlame> oneThread(LockStatistics lock) {
    return LockBlame.most(lock)
        .filter(LockBlame::isPlaced)
        .filter(most -> !most.threads().isEmpty())
        .filter(most -> most.blame().blockedNanos() >= ONE_THREADS_SHARE * lock.eventNanos());
  }
}
