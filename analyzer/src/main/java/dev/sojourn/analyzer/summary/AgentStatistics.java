package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * What the agent said of itself last.
 *
 * @param statusEpochNanos when it said so
 * @param costMicros CPU time of its probes, in millionths of the JVM's
 */
public record AgentStatistics(
    long statusEpochNanos,
    String version,
    String options,
    int woven,
    int failed,
    String failures,
    long suppressed,
    long written,
    long sampled,
    long dropped,
    long probeNanos,
    long costMicros,
    String mode)
    implements Part<AgentStatistics> {
  private static final Comparator<AgentStatistics> ORDER =
      Comparator.comparingLong(AgentStatistics::statusEpochNanos)
          .thenComparing(AgentStatistics::toString);

  /** The later of the two. */
  @Override
  public AgentStatistics plus(AgentStatistics other) {
    return ORDER.compare(this, other) >= 0 ? this : other;
  }
}
