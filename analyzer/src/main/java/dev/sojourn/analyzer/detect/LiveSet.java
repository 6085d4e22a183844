package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.LowerEnvelope;
import dev.sojourn.analyzer.statistics.MannKendall;
import dev.sojourn.analyzer.statistics.TheilSen;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Series;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stays alive after garbage collections, by time. */
final class LiveSet {
  /** A leak that reaches the limit within this time will be noticed today. */
  static final double SOON_SECONDS = 3600;

  /** What is loaded, compiled and cached while a service warms up is no leak. */
  private static final double WARM_UP_SHARE = 0.25;

  /** Growth below this share of the live set is within what caches and sessions do. */
  private static final double LEAST_RISE_RATIO = 0.1;

  /** And below this amount it is within what the JVM itself and its recorder do. */
  private static final double LEAST_RISE_BYTES = 4 * 1024 * 1024;

  /**
   * Young collections leave alone what was promoted and died, which looks like growth until an old
   * one; so growth that only they saw must be this much more.
   */
  private static final double YOUNG_ONLY_FACTOR = 2.5;

  private static final Set<String> YOUNG =
      Set.of("G1New", "DefNew", "ParNew", "ParallelScavenge", "ZGC Minor", "");

  private static final int LEAST_POINTS = 8;

  private static final double SIGNIFICANCE = 0.01;
  private static final Pattern LIMIT = Pattern.compile("-Xmx(\\d+)([kmgtKMGT]?)");

  private final Course course;
  private final boolean youngOnly;
  private final double limitBytes;
  private final TheilSen line;

  private LiveSet(Course course, boolean youngOnly, double limitBytes) {
    this.course = course;
    this.youngOnly = youngOnly;
    this.limitBytes = limitBytes;
    this.line = isLong() ? course.line() : null;
  }

  static LiveSet of(Workload workload) {
    Course old = course(workload, name -> !YOUNG.contains(name));
    boolean youngOnly = old.size() < LEAST_POINTS;
    return new LiveSet(
        youngOnly ? course(workload, name -> true) : old, youngOnly, limitBytes(workload));
  }

  int points() {
    return course.size();
  }

  boolean isLong() {
    return course.size() >= LEAST_POINTS;
  }

  /** Whether it grows without an end in sight. */
  boolean grows() {
    LowerEnvelope envelope = course.envelope();
    double least =
        (youngOnly ? YOUNG_ONLY_FACTOR : 1)
            * Math.max(LEAST_RISE_BYTES, LEAST_RISE_RATIO * envelope.first());
    MannKendall trend = course.trend();
    return envelope.rises()
        && envelope.isSteady()
        && envelope.rise() >= least
        && trend.concordance() > 0
        && trend.significant(SIGNIFICANCE)
        && line.low() > 0;
  }

  double firstBytes() {
    return course.envelope().first();
  }

  double lastBytes() {
    return course.envelope().fourth();
  }

  double bytesPerSecond() {
    return line.slope();
  }

  double leastBytesPerSecond() {
    return line.low();
  }

  double mostBytesPerSecond() {
    return line.high();
  }

  /** Most that the heap may take; 0 where that is not known. */
  double limitBytes() {
    return limitBytes;
  }

  /** Time until it reaches the limit if it goes on; infinite where that is not known. */
  double secondsToLimit() {
    return limitBytes == 0 || line.slope() <= 0
        ? Double.POSITIVE_INFINITY
        : Math.max(0, (limitBytes - lastBytes()) / line.slope());
  }

  double seconds() {
    return course.seconds();
  }

  private static Course course(Workload workload, Predicate<String> collection) {
    Series<Gauge> lowest = Series.empty();
    for (Map.Entry<String, Series<Gauge>> series : workload.summary().heap().live().entrySet()) {
      lowest = collection.test(series.getKey()) ? lowest.plus(series.getValue()) : lowest;
    }
    return Course.of(lowest, gauge -> OptionalDouble.of(gauge.minimum())).after(WARM_UP_SHARE);
  }

  private static double limitBytes(Workload workload) {
    return workload.summary().coverage().sources().values().stream()
        .flatMap(source -> source.jvms().stream())
        .map(Jvm::jvmArguments)
        .map(LIMIT::matcher)
        .filter(Matcher::find)
        .mapToDouble(LiveSet::bytes)
        .max()
        .orElse(0);
  }

  private static double bytes(Matcher limit) {
    Map<String, Double> units = Map.of("", 1.0, "k", 0x1p10, "m", 0x1p20, "g", 0x1p30, "t", 0x1p40);
    return Double.parseDouble(limit.group(1)) * units.get(limit.group(2).toLowerCase(Locale.ROOT));
  }
}
