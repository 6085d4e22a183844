package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * The agents.
 *
 * @param byJvm the last status, by JVM (its process and start, or else the file)
 */
public record Agents(Map<String, AgentStatistics> byJvm) implements Part<Agents> {
  /** Nothing. */
  public static final Agents EMPTY = new Agents(Map.of());

  @Override
  public Agents plus(Agents other) {
    return new Agents(Sums.ofParts(byJvm, other.byJvm));
  }
}
