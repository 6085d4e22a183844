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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Direct buffers that pile up outside the heap, and where they are allocated. */
final class DirectMemoryLeakDetector implements Detector {
  /** The JDK's own channels keep some buffers for each thread. */
  private static final double LEAST_RISE_BYTES = 1024 * 1024;

  private static final double LEAST_RISE_RATIO = 0.1;

  /** The growth of which most is not one place's has another cause. */
  private static final double MOST_OF_GROWTH = 0.5;

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
    Pile all = new Pile(workload, used, least);
    List<MemorySite> holders = MemorySite.all(workload, used);
    return Diagnosis.of(
        Growth.of(used, least)
            .map(growth -> List.of(finding(all, growth, most(holders, growth))))
            .orElseGet(() -> ofOnePlace(all, holders)));
  }

  /**
   * All direct memory.
   *
   * @param leastRise what is no matter of chance
   */
  private record Pile(Workload workload, Course used, double leastRise) {}

  /** The place from which at least half of the growth comes. */
  private static Optional<MemorySite> most(List<MemorySite> holders, Growth growth) {
    return holders.stream()
        .filter(holder -> holder.rise() >= MOST_OF_GROWTH * (growth.last() - growth.first()))
        .max(Comparator.comparingDouble(MemorySite::rise));
  }

  /** What comes and goes elsewhere may hide that one place keeps more and more. */
  private List<Finding> ofOnePlace(Pile all, List<MemorySite> holders) {
    return holders.stream()
        .filter(holder -> outlives(all, holder.held()))
        .sorted(Comparator.comparingDouble(MemorySite::rise).reversed())
        .flatMap(
            holder ->
                Growth.of(holder.held(), all.leastRise())
                    .map(growth -> finding(all, growth, Optional.of(holder)))
                    .stream())
        .limit(1)
        .toList();
  }

  private Finding finding(Pile all, Growth growth, Optional<MemorySite> holder) {
    Workload workload = all.workload();
    Impact impact = new Impact(Metric.DIRECT_BYTES, growth.first(), growth.last(), 0);
    ActorsByPlace places = places(workload);
    Optional<Site> site = holder.map(MemorySite::site).or(places::most);
    Optional<String> job =
        holder.isPresent()
            ? holder.flatMap(MemorySite::job)
            : site.map(places::at).flatMap(workload::mostlyJob);
    boolean certain =
        outlives(all, all.used())
            || holder.filter(most -> outlives(all, most.held())).isPresent()
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
        .withEvidence(evidence(all, growth, holder))
        .withCaveats(Caveats.of(workload));
  }

  private static Evidence[] evidence(Pile all, Growth growth, Optional<MemorySite> holder) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.bytes("direct memory at last", all.used().last()));
    evidence.add(new Evidence("growth", growth.perSecond(), "bytes/s"));
    holder.ifPresent(
        most -> {
          evidence.add(Evidence.bytes("of it kept from this place", most.held().last()));
          evidence.addAll(most.perRun(all.workload()));
        });
    return evidence.toArray(Evidence[]::new);
  }

  private static boolean outlives(Pile all, Course pile) {
    double[] collections = collections(all.workload());
    return Outlived.collections(pile, collections)
        || Outlived.growing(pile, collections, all.leastRise());
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
