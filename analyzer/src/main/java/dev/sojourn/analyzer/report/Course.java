package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * How a job went over time, in bins of equal length.
 *
 * @param startEpochNanos begin of the first bin
 * @param binNanos length of a bin
 * @param runs runs that ended in each bin
 * @param meanSojournNanos their mean sojourn time; 0 in a bin without runs
 */
public record Course(
    long startEpochNanos, long binNanos, List<Long> runs, List<Long> meanSojournNanos) {
  /** Stands for a course that is not known. */
  public static final Course UNKNOWN = new Course(0, 1, List.of(), List.of());

  public Course {
    runs = List.copyOf(runs);
    meanSojournNanos = List.copyOf(meanSojournNanos);
  }
}
