package dev.sojourn.analyzer.report;

/**
 * A component of a job's sojourn time.
 *
 * @param component its name, such as {@code blocked}
 * @param shareRatio its part of the sojourn time of all runs, 0 to 1
 * @param p99ShareRatio its part of the sojourn time of the slowest hundredth of the runs, 0 to 1
 */
public record ComponentShare(String component, double shareRatio, double p99ShareRatio) {}
