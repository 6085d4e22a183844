package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.AgentStatus;
import java.util.Comparator;
import java.util.Objects;

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

  static AgentStatistics of(AgentStatus status) {
    return new AgentStatistics(
        status.startEpochNanos(),
        Objects.requireNonNullElse(status.version(), ""),
        Objects.requireNonNullElse(status.options(), ""),
        status.woven(),
        status.failed(),
        Objects.requireNonNullElse(status.failures(), ""),
        status.suppressed(),
        status.written(),
        status.sampled(),
        status.dropped(),
        status.probeNanos(),
        Math.round(status.costRatio() * 1_000_000),
        Objects.requireNonNullElse(status.mode(), ""));
  }

  /** The later of the two. */
  @Override
  public AgentStatistics plus(AgentStatistics other) {
    return ORDER.compare(this, other) >= 0 ? this : other;
  }
}
