package dev.sojourn.analyzer.detect;

/**
 * What one job loses to one cause.
 *
 * @param lostNanos of its sojourn time, in all runs
 * @param judgedNanos the time that this is judged by: of the service time for what happens in it,
 *     of the sojourn time for waiting. A queue makes sojourn times long, and what is slow in the
 *     service, which may be why there is a queue, would look small beside them
 * @param sojournNanos sum of its sojourn times
 * @param tailShare share of the sojourn time of its slowest hundredth, from 0 to 1
 */
record Loss(
    String job,
    double lostNanos,
    double judgedNanos,
    double sojournNanos,
    long runs,
    double tailShare) {
  /** Share of the time that is lost, from 0 to 1. */
  double share() {
    return judgedNanos <= 0 ? 0 : Math.min(1, lostNanos / judgedNanos);
  }

  /** Share of the sojourn time that is lost, from 0 to 1. */
  double sojournShare() {
    return sojournNanos <= 0 ? 0 : Math.min(1, lostNanos / sojournNanos);
  }
}
