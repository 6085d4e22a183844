package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Heap;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Series;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays alive after garbage collections, by time.
 *
 * @param course in bytes
 * @param youngOnly whether only young collections tell of it
 * @param concurrentBytes what a collection that works beside the program frees in the mean; 0 where
 *     the program stands still meanwhile
 */
record LiveSet(Course course, boolean youngOnly, double concurrentBytes) {
  /** Growth below this share of the live set is within what caches and sessions do. */
  private static final double LEAST_RISE_RATIO = 0.1;

  /** And below this amount it is within what the JVM itself and its recorder do. */
  private static final double LEAST_RISE_BYTES = 4 * 1024 * 1024;

  /**
   * Young collections leave alone what was promoted and died, which looks like growth until an old
   * one; so growth that only they saw must be this much more.
   */
  private static final double YOUNG_ONLY_FACTOR = 2.5;

  /**
   * What is in use after a concurrent collection holds what was allocated meanwhile, and that goes
   * up and down with the collector's own mind; growth must be this share of what it frees.
   */
  private static final double CONCURRENT_SHARE = 0.4;

  private static final double HALF = 0.5;

  private static final Set<String> YOUNG =
      Set.of("G1New", "DefNew", "ParNew", "ParallelScavenge", "ZGC Minor", "");

  private static final Pattern CONCURRENT = Pattern.compile("(Shenandoah|Z).*");
  private static final Pattern LIMIT = Pattern.compile("-Xmx(\\d+)([kmgtKMGT]?)");

  static LiveSet of(Workload workload) {
    Course old = course(workload, name -> !YOUNG.contains(name));
    double concurrentBytes = concurrentBytes(workload.summary().heap());
    return old.size() >= Growth.LEAST_POINTS
        ? new LiveSet(old, false, concurrentBytes)
        : new LiveSet(course(workload, name -> true), true, concurrentBytes);
  }

  /** What a concurrent collector frees in the mean; 0 for others. */
  private static double concurrentBytes(Heap heap) {
    Gauge after =
        heap.live().entrySet().stream()
            .filter(live -> CONCURRENT.matcher(live.getKey()).matches())
            .map(live -> live.getValue().total(Gauge.EMPTY))
            .reduce(Gauge.EMPTY, Gauge::plus);
    double before = heap.before().total(Gauge.EMPTY).mean();
    return after.samples() == 0 ? 0 : Math.max(0, before - after.mean());
  }

  /** Whether an old collection took away what could be, once the JVM was warm. */
  static boolean sawOldCollection(Workload workload) {
    return course(workload, name -> !YOUNG.contains(name)).size() > 0;
  }

  /** Whether there is enough of it to tell. */
  boolean isLong() {
    return course.size() >= Growth.LEAST_POINTS;
  }

  /**
   * Whether the growth may be what old collections would take away: none were needed yet, and the
   * heap is not half full.
   */
  boolean isUncertain(Workload workload) {
    double lastBytes = isLong() ? course.envelope().fourth() : 0;
    return youngOnly && lastBytes < HALF * limitBytes(workload).orElse(Double.POSITIVE_INFINITY);
  }

  /** Its growth, if it grows without an end in sight. */
  Optional<Growth> growth() {
    double least =
        Math.max(LEAST_RISE_BYTES, LEAST_RISE_RATIO * (isLong() ? course.envelope().first() : 0));
    return Growth.of(
        course,
        Math.max(
            youngOnly ? YOUNG_ONLY_FACTOR * least : least, CONCURRENT_SHARE * concurrentBytes));
  }

  /** Most that the heap may take, by the JVM's arguments; empty where they do not tell. */
  static OptionalDouble limitBytes(Workload workload) {
    return workload.summary().coverage().sources().values().stream()
        .flatMap(source -> source.jvms().stream())
        .map(Jvm::jvmArguments)
        .map(LIMIT::matcher)
        .filter(Matcher::find)
        .mapToDouble(LiveSet::bytes)
        .max();
  }

  private static Course course(Workload workload, Predicate<String> collection) {
    Series<Gauge> lowest = Series.empty();
    for (Map.Entry<String, Series<Gauge>> series : workload.summary().heap().live().entrySet()) {
      lowest = collection.test(series.getKey()) ? lowest.plus(series.getValue()) : lowest;
    }
    return Course.of(lowest, gauge -> OptionalDouble.of(gauge.minimum()))
        .after(Growth.WARM_UP_SHARE);
  }

  private static double bytes(Matcher limit) {
    Map<String, Double> units = Map.of("", 1.0, "k", 0x1p10, "m", 0x1p20, "g", 0x1p30, "t", 0x1p40);
    return Double.parseDouble(limit.group(1)) * units.get(limit.group(2).toLowerCase(Locale.ROOT));
  }
}
