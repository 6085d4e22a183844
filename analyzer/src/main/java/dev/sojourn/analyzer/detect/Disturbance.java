package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * When other processes left this JVM no processor. Who holds a lock then, or is to answer, comes to
 * it late, and all others wait longer. A fault of the program shows at other times, too; so the
 * worst of the disturbed time is left out of account, as long as it is a small part of the whole.
 *
 * @param use of the processors by time
 */
record Disturbance(Series<CpuUse> use) {
  /** More than this is not an exception any more, and what is found in it is no accident. */
  private static final double MOST_SHARE = 0.25;

  private static final double MICRO = 1e-6;

  /** The part of a figure that is not the doing of a few disturbed moments, from 0 to 1. */
  <P extends Part<P>> double steadyRatio(Series<P> series, ToLongFunction<P> figure) {
    List<Long> disturbed = new ArrayList<>();
    long worst = 0;
    long all = 0;
    for (Map.Entry<Long, P> bin : series.bins().entrySet()) {
      long value = figure.applyAsLong(bin.getValue());
      all += value;
      if (isDisturbed(bin.getKey(), series.level())) {
        disturbed.add(value);
      } else {
        worst = Math.max(worst, value);
      }
    }
    disturbed.sort(Comparator.reverseOrder());
    int few = Math.min(disturbed.size(), (int) (MOST_SHARE * series.bins().size()));
    long most = few < disturbed.size() ? Math.max(worst, disturbed.get(few)) : worst;
    long accident =
        disturbed.stream().limit(few).mapToLong(value -> Math.max(0, value - most)).sum();
    return all <= 0 ? 1 : (double) (all - accident) / all;
  }

  /** The part of a course that others left alone, if that is most of it; else all of it. */
  Course undisturbed(Course course, int level) {
    int[] quiet =
        IntStream.range(0, course.size())
            .filter(i -> !isDisturbed((long) course.epochSeconds()[i], level))
            .toArray();
    return quiet.length < Math.max(Course.LEAST_POINTS, course.size() / 2)
        ? course
        : new Course(
            Arrays.stream(quiet).mapToDouble(i -> course.epochSeconds()[i]).toArray(),
            Arrays.stream(quiet).mapToDouble(i -> course.values()[i]).toArray());
  }

  /** A sample tells of the second before it, so a bin is in two of them. */
  private boolean isDisturbed(long second, int level) {
    Map<Long, CpuUse> bins = use.coarsened(level).bins();
    return isTaken(bins.get(second)) || isTaken(bins.get(second + (1L << level)));
  }

  private static boolean isTaken(CpuUse sample) {
    if (sample == null) {
      return false;
    }
    double machine = MICRO * sample.machineMicros().mean();
    double own = MICRO * (sample.jvmUserMicros().mean() + sample.jvmSystemMicros().mean());
    return machine >= Workload.FULL_RATIO && machine - own > own;
  }
}
