package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.QueueWords;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.ThreadGroup;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import dev.sojourn.analyzer.summary.WorkSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stage with one thread, where no jobs were recorded: threads stand most of their time because a
 * queue has no room, while one thread, which takes from queues, hardly ever finds one empty.
 */
final class CrewStage {
  /** They do little but wait for room. */
  private static final double WAITS_SHARE = 0.5;

  /** As for pools. */
  private static final double SATURATED_SHARE = 0.5;

  private static final Pattern PUTS =
      Pattern.compile("java\\.util\\.concurrent\\.\\w+(Queue|Deque)\\.(put|offer)\\w*");

  private CrewStage() {}

  /** The one that most likely makes others wait, if any do. */
  static List<Finding> findings(Workload workload) {
    Map<String, Long> waiting = new TreeMap<>();
    waits(workload)
        .filter(wait -> isForRoom(wait.getKey().site()))
        .forEach(
            wait ->
                waiting.merge(
                    wait.getKey().actor().name(), wait.getValue().total().totalNanos(), Long::sum));
    List<String> victims =
        waiting.keySet().stream()
            .filter(group -> waiting.get(group) >= WAITS_SHARE * knownNanos(workload, group))
            .toList();
    return victims.isEmpty()
        ? List.of()
        : workload.crews().stream()
            .filter(crew -> !waiting.containsKey(crew.group()) && isStage(workload, crew))
            .max(Comparator.comparingLong(Crew::saturatedNanos))
            .map(stage -> finding(workload, stage, victims))
            .stream()
            .toList();
  }

  private static boolean isStage(Workload workload, Crew crew) {
    return crew.threads() == 1
        && crew.isKnown()
        && crew.source().equals(Optional.of(WorkSource.QUEUE))
        && crew.saturatedNanos() >= SATURATED_SHARE * workload.coveredNanos();
  }

  private static Finding finding(Workload workload, Crew stage, List<String> victims) {
    Impact impact = new Impact(Metric.BUSY_THREADS, stage.busyThreads(), stage.threads(), 0);
    return Finding.of(Kind.SERIAL_STAGE, Severity.WARNING, Confidence.MEDIUM, impact)
        .withJobs(victims)
        .withCulprit(standing(workload, stage).withThread(stage.name()))
        .withEvidence(
            Evidence.share(
                "busy, and never waits for work",
                (double) stage.saturatedNanos() / workload.coveredNanos()),
            Evidence.share("machine CPU in use", workload.machineCpuRatio()))
        .withCaveats(Caveats.of(workload));
  }

  /** Where threads stand still longest in what they do, if they do. */
  static Culprit standing(Workload workload, Crew crew) {
    return waits(workload)
        .filter(wait -> wait.getKey().actor().name().equals(crew.group()))
        .filter(wait -> WorkSource.of(wait.getKey().site()) == null)
        .max(Comparator.comparingLong(wait -> wait.getValue().total().totalNanos()))
        .map(wait -> wait.getKey().site())
        .map(site -> Culprit.UNKNOWN.withMethod(site.method(), site.line()))
        .orElse(Culprit.UNKNOWN);
  }

  /** Whether a thread waits there for room in a queue. */
  static boolean isForRoom(Site site) {
    return site.stack().stream().anyMatch(PUTS.asMatchPredicate())
        || (WorkSource.isWritten(site) && QueueWords.puts(site.method()));
  }

  /** All time of which something is known of a group of threads. */
  static long knownNanos(Workload workload, String group) {
    return workload
        .summary()
        .threadGroups()
        .byName()
        .getOrDefault(group, ThreadGroup.EMPTY)
        .components()
        .total(ComponentTimes.EMPTY)
        .totalNanos();
  }

  private static Stream<Map.Entry<WaitKey, WaitStatistics>> waits(Workload workload) {
    return workload.waits().entrySet().stream();
  }
}
