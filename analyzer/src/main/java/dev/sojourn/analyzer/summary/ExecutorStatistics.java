package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What is known of the executors of one name.
 *
 * @param classNames samples by class of the executor
 * @param instances the state of each instance over the whole time, by its identity
 * @param series state by time
 * @param jobs single runs by job, with their weight, and their service time
 */
public record ExecutorStatistics(
    Map<String, Long> classNames,
    Map<Long, ExecutorState> instances,
    Series<ExecutorState> series,
    Map<String, TimeTotal> jobs)
    implements Part<ExecutorStatistics> {
  /** Nothing. */
  public static final ExecutorStatistics EMPTY =
      new ExecutorStatistics(Map.of(), Map.of(), Series.empty(), Map.of());

  @Override
  public ExecutorStatistics plus(ExecutorStatistics other) {
    return new ExecutorStatistics(
        Sums.ofCounts(classNames, other.classNames),
        Sums.ofParts(instances, other.instances),
        series.plus(other.series),
        Sums.ofParts(jobs, other.jobs));
  }
}
