package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.OldObjectKey;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Direct buffers that pile up outside the heap, and where they are allocated. */
final class DirectMemoryLeakDetector implements Detector {
  /** The JDK's own channels keep some buffers for each thread. */
  private static final double LEAST_RISE_BYTES = 1024 * 1024;

  private static final double LEAST_RISE_RATIO = 0.1;

  private static final String BUFFER = "java.nio.DirectByteBuffer";

  /** What stands behind a direct buffer on the heap. */
  private static final List<String> OWNERS = List.of("DirectByteBuffer", "java.nio.Bits");

  @Override
  public Kind kind() {
    return Kind.DIRECT_MEMORY_LEAK;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    Course used =
        Course.of(
                workload.summary().directBuffers().usedBytes(),
                gauge -> OptionalDouble.of(gauge.minimum()))
            .after(Growth.WARM_UP_SHARE);
    if (used.size() < Growth.LEAST_POINTS) {
      return new Diagnosis.CannotTell("jdk.DirectBufferStatistics was recorded too seldom");
    }
    double least = Math.max(LEAST_RISE_BYTES, LEAST_RISE_RATIO * used.first());
    return Diagnosis.of(
        Growth.of(used, least)
            .map(growth -> List.of(finding(workload, used, growth, least)))
            .orElse(List.of()));
  }

  private Finding finding(Workload workload, Course used, Growth growth, double least) {
    Impact impact = new Impact(Metric.DIRECT_BYTES, growth.first(), growth.last(), 0);
    Optional<MemoryHolder> holder = MemoryHolder.most(workload, used, growth);
    ActorsByPlace places = places(workload);
    Optional<Site> site = holder.map(MemoryHolder::site).or(places::most);
    Optional<String> job =
        holder.isPresent()
            ? holder.flatMap(MemoryHolder::job)
            : site.map(places::at).flatMap(workload::mostlyJob);
    boolean certain =
        outlives(workload, used, least)
            || holder.filter(most -> outlives(workload, most.held(), least)).isPresent()
            || areKept(workload);
    Confidence confidence = site.isPresent() ? Confidence.HIGH : Confidence.MEDIUM;
    return Finding.of(
            kind(),
            certain ? Severity.WARNING : Severity.INFO,
            confidence.atMost(certain ? Confidence.HIGH : Confidence.LOW),
            impact)
        .withJobs(job.map(List::of).orElse(List.of()))
        .withCulprit(
            site.map(place -> Culprit.UNKNOWN.withMethod(place.method(), place.line()))
                .orElse(Culprit.UNKNOWN))
        .withEvidence(
            Evidence.bytes("direct memory at last", growth.last()),
            new Evidence("growth", growth.perSecond(), "bytes/s"))
        .withEvidence(
            holder.map(most -> most.evidence(workload)).orElse(List.of()).toArray(Evidence[]::new))
        .withCaveats(Caveats.of(workload));
  }

  private static boolean outlives(Workload workload, Course pile, double least) {
    double[] collections = collections(workload);
    return Outlived.collections(pile, collections) || Outlived.growing(pile, collections, least);
  }

  /** Buffers that nobody uses are freed by collections. */
  private static double[] collections(Workload workload) {
    return Course.of(
            workload.summary().garbageCollections().pauseSeries(),
            pause -> OptionalDouble.of(pause.count()))
        .epochSeconds();
  }

  /** Whether buffers of all times are proved to be in use. */
  private static boolean areKept(Workload workload) {
    List<OldObjectStatistics> kept = new ArrayList<>();
    for (var objects : workload.summary().oldObjects().byKey().entrySet()) {
      OldObjectKey key = objects.getKey();
      if (key.className().equals(BUFFER) && !key.rootPath().isEmpty()) {
        kept.add(objects.getValue());
      }
    }
    return Lifetimes.of(workload, kept).spanAll();
  }

  private static ActorsByPlace places(Workload workload) {
    ActorsByPlace places = new ActorsByPlace();
    workload
        .summary()
        .oldObjects()
        .byKey()
        .forEach((key, objects) -> add(places, key.className(), key.site(), key.actor()));
    workload
        .summary()
        .allocations()
        .byKey()
        .forEach((key, amount) -> add(places, key.className(), key.site(), key.actor()));
    return places;
  }

  private static void add(ActorsByPlace places, String className, Site site, Actor actor) {
    boolean owner = OWNERS.stream().anyMatch(className::contains);
    boolean inside =
        site.stack().stream().anyMatch(method -> OWNERS.stream().anyMatch(method::contains));
    if ((owner || inside) && !site.method().isEmpty()) {
      places.add(new Site(site.method(), site.line(), List.of()), actor, 1);
    }
  }
}
