package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.PressureSample;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
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
 * <p>The load of the processors does not tell whether anybody waited for one, and the kernel's
 * pressure does not tell who is to blame, since a program that computes on all processors keeps its
 * own threads waiting. So the pressure is put down to others in proportion to what they use of the
 * processors. Where it was not recorded, full processors stand for it.
 *
 * @param use of the processors by time
 * @param pressure on them by time
 * @param processors how many there are
 */
record Disturbance(Series<CpuUse> use, Series<PressureSample> pressure, int processors) {
  /** More than this is not an exception any more, and what is found in it is no accident. */
  private static final double MOST_SHARE = 0.25;

  /** With this share of a second lost to others, half of all work takes half as long again. */
  private static final double LEAST_PRESSURE = 0.4;

  private static final double MICRO = 1e-6;

  /** Of the machine that a workload was recorded on. */
  static Disturbance of(Summary summary, int processors) {
    return new Disturbance(summary.cpu().use(), summary.pressure().samples(), processors);
  }

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
        : course.at(quiet);
  }

  private boolean isDisturbed(long second, int level) {
    PressureSample pressed = pressure.coarsened(level).bins().get(second);
    Map<Long, CpuUse> bins = use.coarsened(level).bins();
    CpuUse sample = bins.get(second);
    // a sample tells of the second before it, so a bin is in two of them
    CpuUse next = bins.getOrDefault(second + (1L << level), sample);
    return pressed == null || next == null || !isKnown(pressed)
        ? isTaken(sample) || isTaken(next)
        : lostRatio(pressed, next) >= LEAST_PRESSURE;
  }

  private static boolean isKnown(PressureSample sample) {
    return sample.groupMicros().samples() + sample.machineMicros().samples() > 0;
  }

  /** How much of the time others kept threads waiting. */
  private double lostRatio(PressureSample pressed, CpuUse sample) {
    Gauge waited =
        pressed.groupMicros().samples() > 0 ? pressed.groupMicros() : pressed.machineMicros();
    double machine = sample.machineMicros().mean();
    double others = Math.max(0, machine - own(sample));
    double stolen = pressed.stolenMicros().mean() / Math.max(1, processors);
    return MICRO * (waited.mean() * others / Math.max(1, machine) + stolen);
  }

  private static double own(CpuUse sample) {
    return sample.jvmUserMicros().mean() + sample.jvmSystemMicros().mean();
  }

  private static boolean isTaken(CpuUse sample) {
    if (sample == null) {
      return false;
    }
    double machine = MICRO * sample.machineMicros().mean();
    double own = MICRO * own(sample);
    return machine >= Workload.FULL_RATIO && machine - own > own;
  }
}
