package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs on threads of their own, which no executor's queue tells of, that wait for room in what one
 * thread takes from.
 *
 * @param lock what they wait at
 * @param stage where that thread is
 * @param waitedNanos by all of them
 * @param losses what each of the jobs loses to it
 */
record Backpressure(LockKey lock, LockBlame stage, long waitedNanos, List<Loss> losses) {
  /** They do little but wait for it. */
  private static final double WAITED_SHARE = 0.5;

  /**
   * All that there is; who stands for the next stage is none itself, its victims are the next's.
   */
  static List<Finding> findings(Workload workload) {
    List<Backpressure> all = new ArrayList<>();
    workload
        .summary()
        .locks()
        .byKey()
        .forEach((key, waits) -> of(workload, key, waits).ifPresent(all::add));
    return all.stream()
        .filter(some -> all.stream().noneMatch(other -> other.isWaitedForBy(some)))
        .flatMap(last -> last.finding(workload, all).stream())
        .toList();
  }

  private static Optional<Backpressure> of(Workload workload, LockKey key, LockStatistics waits) {
    List<Loss> losses = new ArrayList<>();
    for (Map.Entry<Actor, TimeTotal> victim : waits.victims().entrySet()) {
      double nanos = victim.getValue().totalNanos();
      workload
          .subject(victim.getKey())
          .filter(job -> job.job() && !hasPool(workload, job))
          .filter(job -> nanos >= WAITED_SHARE * job.serviceNanos())
          .ifPresent(job -> losses.add(job.lossWithin(Component.WAITED, nanos)));
    }
    return losses.isEmpty()
        ? Optional.empty()
        : AwaitedStage.of(key, waits)
            .map(stage -> new Backpressure(key, stage, waits.eventNanos(), losses));
  }

  private static boolean hasPool(Workload workload, Subject job) {
    return workload.pools().stream()
        .anyMatch(pool -> pool.bins() > 0 && workload.subjectsOf(pool.name()).contains(job));
  }

  /** Whether the thread that another waits for is itself one of those that wait here. */
  private boolean isWaitedForBy(Backpressure other) {
    return !equals(other)
        && losses.stream().anyMatch(loss -> other.stage.actors().containsKey(loss.job()));
  }

  private Optional<Finding> finding(Workload workload, List<Backpressure> all) {
    List<Loss> lost = new ArrayList<>(losses);
    all.stream().filter(this::isWaitedForBy).forEach(before -> lost.addAll(before.losses));
    Harm harm = workload.harm(lost);
    return harm.severity()
        .map(
            severity ->
                Finding.of(Kind.SERIAL_STAGE, severity, Confidence.MEDIUM, harm.impact())
                    .withJobs(harm.jobs().stream().distinct().toList())
                    .withCulprit(culprit(workload))
                    .withEvidence(
                        Evidence.nanos("waited for it in all", harm.lostNanos()),
                        Evidence.share(
                            "by one thread",
                            (double) stage.blame().blockedNanos() / Math.max(1, waitedNanos)))
                    .withCaveats(Caveats.of(workload)));
  }

  /** The job that the stage is, where it is one: where it stands may be a helper of many. */
  private Culprit culprit(Workload workload) {
    Culprit culprit = Culprit.UNKNOWN.withThread(stage.threads());
    return stage.actors().keySet().stream()
        .filter(name -> workload.subject(name).filter(Subject::job).isPresent())
        .filter(job -> !stage.method().startsWith(job))
        .findFirst()
        .map(job -> culprit.withMethod(job, -1))
        .orElse(culprit.withMethod(stage.method(), stage.line()));
  }
}
