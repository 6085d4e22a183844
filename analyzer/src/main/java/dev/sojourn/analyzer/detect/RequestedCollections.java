package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.CollectionKey;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.GarbageCollections;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;

/** Collections that the program itself asks for, however little it allocates. */
final class RequestedCollections {
  /** HotSpot's word for them. */
  private static final String CAUSE = "System.gc()";

  private static final double MOST = 0.5;

  private RequestedCollections() {}

  /** Whether most of the pauses are theirs. */
  static boolean areMost(Workload workload) {
    return share(workload) > MOST;
  }

  /**
   * The job that stands still for collections in most of its time: who asks for one waits until it
   * is over, while others are hit by chance.
   */
  static Culprit culprit(Workload workload) {
    return workload.subjects().stream()
        .filter(subject -> subject.job() && subject.serviceShare(Component.GC) > MOST)
        .max(Comparator.comparingDouble(subject -> subject.serviceShare(Component.GC)))
        .map(subject -> Culprit.UNKNOWN.withMethod(subject.name(), -1))
        .orElse(Culprit.UNKNOWN);
  }

  /** What part of the pauses is theirs; empty where none is. */
  static Evidence[] evidence(Workload workload) {
    double share = share(workload);
    return share == 0
        ? new Evidence[0]
        : new Evidence[] {Evidence.share("of the pauses asked for by System.gc()", share)};
  }

  /** What the agent asked for is not the program's. */
  private static double share(Workload workload) {
    GarbageCollections collections = workload.summary().garbageCollections();
    double ofAgent =
        collections
            .collections()
            .getOrDefault(CollectionKey.OF_AGENT, TimeTotal.EMPTY)
            .totalNanos();
    double all = 0;
    double requested = 0;
    for (var kind : collections.pausesByKind().entrySet()) {
      TimeTotal pauses = kind.getValue();
      all += pauses.totalNanos();
      requested += kind.getKey().cause().equals(CAUSE) ? pauses.totalNanos() : 0;
    }
    return all == 0 ? 0 : Math.max(0, requested - ofAgent) / all;
  }
}
