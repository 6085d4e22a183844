package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.Quantiles;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Series;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** How the mean service time of a job went, once the JVM was warm. */
final class ServiceCourse {
  /** What the just-in-time compiler has not done by then it will not do, as a rule. */
  static final double WARM_UP_SHARE = 0.15;

  /** On a busy machine it takes longer, which shows in times that fall by {@link #STILL_FALLS}. */
  private static final double LONG_WARM_UP_SHARE = 0.3;

  private static final double STILL_FALLS = 1.3;

  private static final double RUNS_PER_POINT = 4;

  /** With less of it explained, the explained part does not speak for the whole. */
  private static final double EXPLAINED_SHARE = 0.3;

  private ServiceCourse() {}

  /** Of all of the service time, in bins that hold enough runs to have a mean. */
  static Course whole(JobStatistics job) {
    return warm(Course.of(coarse(job.series()), ServiceCourse::meanServiceNanos));
  }

  /**
   * Of the part that is explained, which other processes disturb less: what they take is not
   * explained. Empty where that is too little.
   */
  static Course explained(JobStatistics job) {
    return isExplainedThroughout(job.components())
        ? of(job, ServiceCourse::explainedNanos)
        : new Course(new double[0], new double[0]);
  }

  /**
   * Of the part in which it had a processor, or did not want one, but for collections, whose
   * threads want one, too. Empty where it is not known that it ever waited for a processor.
   */
  static Course wanted(JobStatistics job) {
    return isWaitKnown(job)
        ? of(job, times -> wantedNanos(times) - times.nanos(Component.GC))
        : new Course(new double[0], new double[0]);
  }

  /** Whether it is known when it waited for a processor. */
  static boolean isWaitKnown(JobStatistics job) {
    return job.breakdown().total().nanos(Component.READY) > 0;
  }

  private static Course of(JobStatistics job, ToLongFunction<ComponentTimes> nanos) {
    Series<ComponentTimes> series = job.components();
    return warm(
        Course.of(
            series.coarsened(Math.max(series.level(), coarse(job.series()).level())),
            times ->
                times.runs() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) nanos.applyAsLong(times) / times.runs())));
  }

  /** Whether it speaks for the whole in each third of the time: how much is known may change. */
  private static boolean isExplainedThroughout(Series<ComponentTimes> series) {
    List<ComponentTimes> bins = List.copyOf(series.bins().values());
    for (int third = 0; third < 3; third++) {
      ComponentTimes sum =
          bins.subList(bins.size() * third / 3, bins.size() * (third + 1) / 3).stream()
              .reduce(ComponentTimes.EMPTY, ComponentTimes::plus);
      if (explainedNanos(sum) < EXPLAINED_SHARE * wantedNanos(sum)) {
        return false;
      }
    }
    return true;
  }

  /** Bins that hold enough runs, as far as enough bins are left. */
  static Series<JobCounts> coarse(Series<JobCounts> series) {
    long runs = series.total(JobCounts.EMPTY).runs();
    Series<JobCounts> coarse = series;
    while (coarse.bins().size() > Course.MOST_POINTS
        || (coarse.bins().size() > 2 * Course.LEAST_POINTS
            && runs < RUNS_PER_POINT * coarse.bins().size())) {
      coarse = coarse.coarsened(coarse.level() + 1);
    }
    return coarse;
  }

  /** The part of a course of times after warming up. */
  static Course warm(Course course) {
    Course early = course.after(WARM_UP_SHARE);
    Course late = course.after(LONG_WARM_UP_SHARE);
    int more = early.size() - late.size();
    if (more == 0 || late.size() < more) {
      return early;
    }
    double first = Quantiles.median(early.part(0, more).values());
    double next = Quantiles.median(late.part(0, more).values());
    return first >= STILL_FALLS * next ? late : early;
  }

  private static OptionalDouble meanServiceNanos(JobCounts counts) {
    return counts.runs() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) counts.serviceNanos() / counts.runs());
  }

  /** Service times as they would be with a processor whenever one is wanted. */
  private static long wantedNanos(ComponentTimes times) {
    return times.totalNanos()
        - times.nanos(Component.QUEUED)
        - times.nanos(Component.LATE)
        - times.nanos(Component.READY);
  }

  private static long explainedNanos(ComponentTimes times) {
    return wantedNanos(times) - times.nanos(Component.UNEXPLAINED);
  }
}
