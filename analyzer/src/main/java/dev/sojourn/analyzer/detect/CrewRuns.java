package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.ErlangC;
import dev.sojourn.analyzer.statistics.Quantiles;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The runs of a pool's tasks, as far as its threads tell of them. Each thread that stops waiting
 * for work begins a run; how many runs find no thread that waits, and leave no trace, follows from
 * how many threads do (Erlang). Where hardly one does, nothing is told.
 */
final class CrewRuns {
  /** Where fewer runs are seen, the formula says how many there were, and not the recording. */
  private static final double LEAST_SEEN = 0.4;

  private static final long RUNS_PER_POINT = 4;

  private static final double LEAST_TOLD = 0.5;

  private final Crew crew;
  private final Series<WorkerTimes> series;

  CrewRuns(Crew crew) {
    this.crew = crew;
    this.series = coarse(crew);
  }

  /** Bins that hold enough runs, as far as enough bins are left. */
  private static Series<WorkerTimes> coarse(Crew crew) {
    long runs = crew.taken();
    Series<WorkerTimes> coarse = crew.series();
    while (coarse.bins().size() > Course.MOST_POINTS
        || (coarse.bins().size() > 2 * Course.LEAST_POINTS
            && runs < RUNS_PER_POINT * coarse.bins().size())) {
      coarse = coarse.coarsened(coarse.level() + 1);
    }
    return coarse;
  }

  /** What is known of a run, by component; only where runs are told of. */
  Series<ComponentTimes> components() {
    TreeMap<Long, ComponentTimes> bins = new TreeMap<>();
    series
        .bins()
        .forEach(
            (second, bin) ->
                runs(bin)
                    .ifPresent(
                        runs -> bins.put(second, bin.busy().plus(ofRuns(Math.round(runs))))));
    return new Series<>(series.level(), bins);
  }

  /** How many runs ended in a recorded time; 0 where not even half of it tells of them. */
  long count(long coveredNanos) {
    Series<ComponentTimes> told = components();
    double toldNanos = (double) told.bins().size() * told.binNanos();
    return toldNanos < LEAST_TOLD * coveredNanos
        ? 0
        : Math.round(told.total(ComponentTimes.EMPTY).runs() * coveredNanos / toldNanos);
  }

  private static ComponentTimes ofRuns(long runs) {
    return ComponentTimes.of(runs, new long[0]);
  }

  /** The mean of what is known of a run. */
  Course known() {
    return ServiceCourse.warm(Course.of(series, bin -> perRun(bin, bin.busy().totalNanos())));
  }

  /** The mean length of a run, and of waits for work that are too short to be recorded. */
  Course whole() {
    return ServiceCourse.warm(
        Course.of(
            series,
            bin -> perRun(bin, crew.threads() * series.binNanos() - crew.idle(bin).totalNanos())));
  }

  /** Ended runs in a bin. */
  Course numbers() {
    return ServiceCourse.warm(Course.of(series, this::runs));
  }

  private OptionalDouble perRun(WorkerTimes bin, double nanos) {
    OptionalDouble runs = runs(bin);
    return runs.isEmpty() || nanos <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(nanos / runs.getAsDouble());
  }

  private OptionalDouble runs(WorkerTimes bin) {
    double idleThreads = (double) crew.idle(bin).totalNanos() / series.binNanos();
    double seen = 1 - ErlangC.waitingRatio(crew.threads(), crew.threads() - idleThreads);
    long begun = crew.idle(bin).count();
    return seen < LEAST_SEEN || begun < RUNS_PER_POINT
        ? OptionalDouble.empty()
        : OptionalDouble.of(begun / seen);
  }

  /** By which factor a course is higher in its last third than in its first. */
  static double rise(Course course) {
    int third = course.size() / 3;
    if (third == 0) {
      return 1;
    }
    double first = Quantiles.median(course.part(0, third).values());
    double last = Quantiles.median(course.part(course.size() - third, course.size()).values());
    return first <= 0 ? 1 : last / first;
  }

  /** What a run was made of in the first third of the time, and in the last. */
  List<ComponentTimes> firstAndLast() {
    List<ComponentTimes> bins = List.copyOf(components().bins().values());
    int third = bins.size() / 3;
    return List.of(
        sum(bins.subList(0, third)), sum(bins.subList(bins.size() - third, bins.size())));
  }

  private static ComponentTimes sum(List<ComponentTimes> bins) {
    return bins.stream().reduce(ComponentTimes.EMPTY, ComponentTimes::plus);
  }
}
