package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Jobs that wait for the file system, and for which file. */
final class FileIoDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.FILE_IO;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Map.Entry<EndpointKey, EndpointStatistics>> files =
        workload.summary().endpoints().byKey().entrySet().stream()
            .filter(entry -> entry.getKey().kind() == EndpointKey.Kind.FILE)
            .toList();
    FileSyncs syncs = FileSyncs.of(workload);
    Harm harm =
        workload.harm(
            workload.subjects().stream()
                .map(subject -> loss(subject, syncs.nanos(subject)))
                .toList());
    Optional<Finding> finding =
        harm.severity()
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(found -> found.withJobs(harm.jobs()).withCaveats(caveats(workload)))
            .map(found -> with(found, slowest(files), syncs));
    return finding.isEmpty() && files.isEmpty() && !recorded(workload)
        ? new Diagnosis.CannotTell("jdk.FileWrite and jdk.FileRead were not recorded")
        : Diagnosis.of(finding.map(List::of).orElse(List.of()));
  }

  private static Loss loss(Subject subject, double syncNanos) {
    double syncTail =
        syncNanos <= 0
            ? 0
            : subject.tail().share(Component.UNEXPLAINED)
                * Math.min(1, syncNanos / subject.nanos(Component.UNEXPLAINED));
    return subject.loss(
        subject.nanos(Component.FILE) + syncNanos, subject.tail().share(Component.FILE) + syncTail);
  }

  private static Finding with(
      Finding finding,
      Optional<Map.Entry<EndpointKey, EndpointStatistics>> slowest,
      FileSyncs syncs) {
    long fileNanos = slowest.map(file -> file.getValue().total().totalNanos()).orElse(0L);
    return syncs.totalNanos() > fileNanos
        ? finding
            .withCulprit(syncs.culprit().orElseThrow())
            .withEvidence(Evidence.nanos("seen to force files in all", syncs.totalNanos()))
        : slowest.map(file -> with(finding, file)).orElse(finding);
  }

  private static List<Caveat> caveats(Workload workload) {
    return Caveats.of(workload, "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
  }

  private static Finding with(Finding finding, Map.Entry<EndpointKey, EndpointStatistics> slowest) {
    EndpointStatistics file = slowest.getValue();
    Culprit culprit = Culprit.UNKNOWN.withPath(slowest.getKey().name());
    Optional<Site> site =
        file.sites().entrySet().stream()
            .max(Comparator.comparingLong(place -> place.getValue().totalNanos()))
            .map(Map.Entry::getKey);
    TimeTotal total = file.total();
    String operation = slowest.getKey().operation().name().toLowerCase(Locale.ROOT);
    return finding
        .withCulprit(
            site.map(place -> culprit.withMethod(place.method(), place.line())).orElse(culprit))
        .withEvidence(
            Evidence.count("times " + operation, total.count()),
            Evidence.nanos("mean " + operation, (double) total.totalNanos() / total.count()),
            Evidence.nanos("longest " + operation, total.maxNanos()),
            Evidence.bytes("bytes", file.bytes()));
  }

  private static Optional<Map.Entry<EndpointKey, EndpointStatistics>> slowest(
      List<Map.Entry<EndpointKey, EndpointStatistics>> files) {
    return files.stream()
        .filter(file -> file.getValue().total().count() > 0)
        .max(Comparator.comparingLong(file -> file.getValue().total().totalNanos()));
  }

  private static boolean recorded(Workload workload) {
    return workload.hasAgent() || Recorded.event(workload, "jdk.FileWrite");
  }
}
