/**
 * What fails again within one run: the same exception, over and over.
 *
 * <p>Woven code calls {@link dev.sojourn.agent.bootstrap.failure.FailureProbe} where JFR counts
 * exceptions as they are made. Each thread follows those of the run that it works on, and each
 * second {@link dev.sojourn.agent.bootstrap.failure.FailureTable} writes their sums.
 */
package dev.sojourn.agent.bootstrap.failure;
