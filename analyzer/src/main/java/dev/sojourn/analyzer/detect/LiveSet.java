package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Series;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What stays alive after garbage collections, by time.
 *
 * @param course in bytes
 * @param youngOnly whether only young collections tell of it
 */
record LiveSet(Course course, boolean youngOnly) {
  /** Growth below this share of the live set is within what caches and sessions do. */
  private static final double LEAST_RISE_RATIO = 0.1;

  /** And below this amount it is within what the JVM itself and its recorder do. */
  private static final double LEAST_RISE_BYTES = 4 * 1024 * 1024;

  /**
   * Young collections leave alone what was promoted and died, which looks like growth until an old
   * one; so growth that only they saw must be this much more.
   */
  private static final double YOUNG_ONLY_FACTOR = 2.5;

  private static final double FULL = 0.75;

  /** With fewer there is no telling whether it goes on. */
  private static final int FEW_WHOLE = 4;

  private static final double FEW_WHOLE_RISE_RATIO = 1;

  /** Young collections that an object can live through without becoming old. */
  private static final int MOST_YOUNG_LIVES = 15;

  private static final String G1_OLD = "G1Old";

  private static final Set<String> YOUNG =
      Set.of("G1New", "DefNew", "ParNew", "ParallelScavenge", "ZGC Minor", "");

  private static final Pattern LIMIT = Pattern.compile("-Xmx(\\d+)([kmgtKMGT]?)");

  static LiveSet of(Workload workload) {
    Course old = course(workload, name -> !YOUNG.contains(name));
    return old.size() >= Growth.LEAST_POINTS
        ? new LiveSet(old, false)
        : new LiveSet(course(workload, name -> !stops(name)), true);
  }

  /**
   * When collections took away classes that nobody used, once the JVM was warm. Young ones keep all
   * classes, and one of G1 beside the program keeps what is young; so that one counts only after as
   * many young ones as make old whatever lives.
   */
  static double[] unloadings(Workload workload) {
    double[] young = course(workload, YOUNG::contains).epochSeconds();
    DoubleStream whole = Arrays.stream(wholeCourse(workload, LiveSet::isWhole).epochSeconds());
    DoubleStream beside =
        Arrays.stream(course(workload, G1_OLD::equals).epochSeconds())
            .filter(at -> Arrays.stream(young).filter(y -> y < at).count() >= MOST_YOUNG_LIVES);
    return DoubleStream.concat(whole, beside).sorted().toArray();
  }

  /** Whether there is enough of it to tell. */
  boolean isLong() {
    return course.size() >= Growth.LEAST_POINTS;
  }

  /**
   * Whether the growth may be what old collections would take away, since there were few. What is
   * left by one that took away all that could be, and is more than even a young one left before,
   * has outlived it; so has what each of several old ones of one sort leaves more of.
   */
  boolean isUncertain(Workload workload) {
    Course whole = course(workload, LiveSet::isWhole);
    Course stopping = course(workload, LiveSet::stops);
    boolean outlives =
        rises(whole)
            || rises(floor(course(workload, G1_OLD::equals), course(workload, name -> true)))
            || stopping.size() > 0 && stopping.last() - course.first() >= LEAST_RISE_BYTES;
    return youngOnly && !outlives;
  }

  private static boolean rises(Course left) {
    return left.size() > 1 && left.last() - left.first() >= LEAST_RISE_BYTES;
  }

  /**
   * What old collections of G1 leave: beside the program it only finds what is garbage, which the
   * young ones after it take away, until the next begins.
   */
  private static Course floor(Course old, Course all) {
    double[] least = new double[old.size()];
    for (int i = 0; i < least.length; i++) {
      double begin = old.epochSeconds()[i];
      double end = i + 1 < old.size() ? old.epochSeconds()[i + 1] : Double.POSITIVE_INFINITY;
      least[i] =
          IntStream.range(0, all.size())
              .filter(k -> all.epochSeconds()[k] >= begin && all.epochSeconds()[k] < end)
              .mapToDouble(k -> all.values()[k])
              .min()
              .orElse(old.values()[i]);
    }
    return new Course(old.epochSeconds(), least);
  }

  /** Whether one that took away all that could be left less than a young one did at the begin. */
  private boolean isDisproved(Workload workload) {
    Course whole = wholeCourse(workload, LiveSet::stops);
    int last = whole.size() - 1;
    return youngOnly
        && last >= 0
        && whole.epochSeconds()[last] > course.epochSeconds()[0]
        && whole.last() < course.first();
  }

  /** Whether a collection is of the whole heap, and the program stands still meanwhile. */
  private static boolean stops(String collection) {
    return isWhole(collection) && !FloatingGarbage.isConcurrent(collection);
  }

  private static boolean isWhole(String collection) {
    return !YOUNG.contains(collection) && !collection.equals(G1_OLD);
  }

  /**
   * Its growth, if it grows without an end in sight, or until the heap is full: a program that has
   * no memory left slows down, and what it leaks with it.
   */
  Optional<Growth> growth(Workload workload) {
    double least =
        Math.max(LEAST_RISE_BYTES, LEAST_RISE_RATIO * (isLong() ? course.envelope().first() : 0));
    double most =
        Math.max(
            youngOnly ? YOUNG_ONLY_FACTOR * least : least, FloatingGarbage.mostBytes(workload));
    double full = FULL * limitBytes(workload).orElse(Double.POSITIVE_INFINITY);
    return Growth.of(course, most)
        .filter(growth -> !isDisproved(workload))
        .or(() -> Growth.upTo(full, course(workload, name -> true), least));
  }

  /**
   * Its growth where there were too few collections to tell, but what grows is known to be kept.
   */
  static Optional<Growth> growthOfFew(Workload workload) {
    Course all = wholeCourse(workload, name -> true);
    Course whole = wholeCourse(workload, LiveSet::isWhole);
    return Growth.ofFew(outlived(all, whole), LEAST_RISE_BYTES);
  }

  /** Without what young ones left and one of the whole heap took away later: that was garbage. */
  private static Course outlived(Course left, Course whole) {
    int[] outlived =
        IntStream.range(0, left.size())
            .filter(
                i -> {
                  Course later = whole.since(left.epochSeconds()[i]);
                  boolean isWhole =
                      later.size() > 0 && later.epochSeconds()[0] == left.epochSeconds()[i];
                  return isWhole || left.values()[i] <= later.lowest();
                })
            .toArray();
    return left.at(outlived);
  }

  /**
   * Its growth where a few collections took away all that could be, each of which left more, and so
   * much more that it is not what a service needs to begin with.
   */
  static Optional<Growth> growthOfFewWhole(Workload workload) {
    Course whole = wholeCourse(workload, LiveSet::isWhole);
    if (whole.size() < FEW_WHOLE) {
      return Optional.empty();
    }
    double least = Math.max(LEAST_RISE_BYTES, FEW_WHOLE_RISE_RATIO * whole.first());
    return Growth.ofFew(whole, Math.max(least, FloatingGarbage.mostBytes(workload)));
  }

  /** Most that the heap may take, by the JVM's arguments; empty where they do not tell. */
  static OptionalDouble limitBytes(Workload workload) {
    return workload.summary().coverage().sources().values().stream()
        .flatMap(source -> source.jvms().stream())
        .map(Jvm::jvmArguments)
        .flatMap(
            arguments -> LIMIT.matcher(arguments).results().reduce((one, last) -> last).stream())
        .mapToDouble(LiveSet::bytes)
        .max();
  }

  private static Course course(Workload workload, Predicate<String> collection) {
    return wholeCourse(workload, collection).after(Growth.WARM_UP_SHARE);
  }

  private static Course wholeCourse(Workload workload, Predicate<String> collection) {
    Series<Gauge> lowest = Series.empty();
    for (Map.Entry<String, Series<Gauge>> series : workload.summary().heap().live().entrySet()) {
      lowest = collection.test(series.getKey()) ? lowest.plus(series.getValue()) : lowest;
    }
    return Course.of(lowest, gauge -> OptionalDouble.of(gauge.minimum()));
  }

  private static double bytes(MatchResult limit) {
    Map<String, Double> units = Map.of("", 1.0, "k", 0x1p10, "m", 0x1p20, "g", 0x1p30, "t", 0x1p40);
    return Double.parseDouble(limit.group(1)) * units.get(limit.group(2).toLowerCase(Locale.ROOT));
  }
}
