package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.PressureSample;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What other processes, or other virtual machines, take of the processors, which is nobody's fault
 * in this JVM.
 */
final class OtherLoad {
  /** Share of all processors by which others must take more before they explain a slowdown. */
  private static final double RISE_RATIO = 0.2;

  /** Sharing a processor with one more makes work take twice as long. */
  static final double MOST_FACTOR = 2;

  /** Caches that others use, too, and late answers make each part of a run up to twice as long. */
  private static final double STARVED_FACTOR = 3;

  /** A rise of which no component shows this part is the doing of a few runs. */
  static final double LEAST_PART = 0.1;

  /** What one thread waits for because another has no processor. */
  private static final Set<Component> PASSED_ON =
      EnumSet.of(
          Component.UNEXPLAINED,
          Component.READY,
          Component.GC,
          Component.BLOCKED,
          Component.PARKED,
          Component.WAITED);

  private static final double MICRO = 1e-6;

  private OtherLoad() {}

  /** Whether what others took explains that something became slower by this factor. */
  static boolean explains(Workload workload, double factor) {
    return factor < MOST_FACTOR && rose(workload);
  }

  /**
   * Whether what others took explains the drift of a job. Where they have the processors all of the
   * time, how many they are cannot be seen; but what they add is waiting: for a processor, which
   * nothing explains, for the collector, and for other threads that do so.
   */
  static boolean explains(Workload workload, Subject subject, JobStatistics job, Drift drift) {
    return explains(workload, drift.factor())
        || (workload.isStarved() && !isOfTheProgram(workload, subject, job, drift));
  }

  /** Whether something that the program does takes so much longer at last. */
  private static boolean isOfTheProgram(
      Workload workload, Subject subject, JobStatistics job, Drift drift) {
    return MovedComponent.of(job, PASSED_ON)
        .filter(own -> !isLateAnswerFromHere(workload, subject, own))
        .filter(own -> own.toNanos() >= leastFactor(job, own) * own.fromNanos())
        .filter(own -> own.riseNanos() >= LEAST_PART * (drift.toNanos() - drift.fromNanos()))
        .isPresent();
  }

  /** Whether who answers is on this machine, too, and lacks processors as everybody does. */
  private static boolean isLateAnswerFromHere(
      Workload workload, Subject subject, MovedComponent moved) {
    return moved.component() == Component.SOCKET
        && moved.riseNanos() < Downstream.LATE_ANSWER_NANOS
        && AskedHere.isHere(moved.culprit(workload, subject));
  }

  /** What a job computes is known where it is known when it waited for a processor. */
  private static double leastFactor(JobStatistics job, MovedComponent own) {
    return own.component() == Component.CPU && ServiceCourse.isWaitKnown(job)
        ? MOST_FACTOR
        : STARVED_FACTOR;
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
