package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs that wait for another system longer than is usual for one. */
final class DownstreamLatencyDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.DOWNSTREAM_LATENCY;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings =
        Stream.concat(Downstream.sockets(workload).stream(), Downstream.clients(workload).stream())
            .map(Downstream::finding)
            .flatMap(Optional::stream)
            .toList();
    return findings.isEmpty() && !recorded(workload)
        ? new Diagnosis.CannotTell("jdk.SocketRead was not recorded")
        : Diagnosis.of(findings);
  }

  private static boolean recorded(Workload workload) {
    return workload.hasAgent()
        || !workload.summary().endpoints().byKey().isEmpty()
        || Recorded.event(workload, "jdk.SocketRead");
  }
}
