package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.PressureSample;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What other processes, or other virtual machines, take of the processors, which is nobody's fault
 * in this JVM.
 */
final class OtherLoad {
  /** Share of all processors by which others must take more before they explain a slowdown. */
  private static final double RISE_RATIO = 0.2;

  /** Sharing a processor with one more makes work take twice as long. */
  static final double MOST_FACTOR = 2;

  private static final double MICRO = 1e-6;

  private OtherLoad() {}

  /** Whether what others took explains that something became slower by this factor. */
  static boolean explains(Workload workload, double factor) {
    return factor < MOST_FACTOR && rose(workload);
  }

  /** Whether others took much more in the second half than in the first. */
  static boolean rose(Workload workload) {
    double others = rise(Course.of(workload.summary().cpu().use(), OtherLoad::ratio));
    double stolen = rise(Course.of(workload.summary().pressure().samples(), OtherLoad::stolen));
    return others + stolen / Math.max(1, workload.processors()) >= RISE_RATIO;
  }

  private static double rise(Course course) {
    int half = course.size() / 2;
    return half == 0 ? 0 : mean(course.part(half, course.size())) - mean(course.part(0, half));
  }

  private static double mean(Course course) {
    return Arrays.stream(course.values()).average().orElse(0);
  }

  private static OptionalDouble ratio(CpuUse use) {
    double others =
        use.machineMicros().mean() - use.jvmUserMicros().mean() - use.jvmSystemMicros().mean();
    return OptionalDouble.of(Math.max(0, MICRO * others));
  }

  private static OptionalDouble stolen(PressureSample sample) {
    return OptionalDouble.of(MICRO * sample.stolenMicros().mean());
  }
}
