package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * One job.
 *
 * @param job its name
 * @param runs ended runs, failures included
 * @param failures runs that an exception ended
 * @param rejected tasks that an executor rejected
 * @param throughputPerSecond runs per second of recorded time
 * @param sojourn waiting time plus service time of a run
 * @param waiting from submission or due time to the start
 * @param service from start to end
 * @param breakdown the components of its sojourn time that are not nil, in the order of the report
 * @param course how it went over time
 */
public record JobEntry(
    String job,
    long runs,
    long failures,
    long rejected,
    double throughputPerSecond,
    Quantiles sojourn,
    Quantiles waiting,
    Quantiles service,
    List<ComponentShare> breakdown,
    Course course) {

  public JobEntry {
    breakdown = List.copyOf(breakdown);
  }
}
