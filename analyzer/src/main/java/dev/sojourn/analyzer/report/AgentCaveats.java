package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.AgentStatistics;
import dev.sojourn.analyzer.summary.Agents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the agent said of itself that biases the figures, in words. */
final class AgentCaveats {
  private AgentCaveats() {}

  static List<String> of(Agents agents) {
    if (agents.byJvm().isEmpty()) {
      return List.of(
          "Recorded without Sojourn's agent: no jobs, no waiting times, no holders of locks.");
    }
    List<String> caveats = new ArrayList<>();
    agents.byJvm().values().forEach(agent -> add(caveats, agent));
    return caveats.stream().distinct().toList();
  }

  private static void add(List<String> caveats, AgentStatistics agent) {
    if (agent.failed() > 0) {
      caveats.add(
          "The agent could not instrument " + count(agent.failed(), "class", "classes") + ".");
    }
    agent
        .failures()
        .lines()
        .filter(line -> line.startsWith("option "))
        .forEach(line -> caveats.add("The agent's " + line + "."));
    if (agent.suppressed() > 0) {
      caveats.add(
          "The agent suppressed "
              + count(agent.suppressed(), "failure", "failures")
              + " of its own"
              + agent
                  .failures()
                  .lines()
                  .filter(line -> line.startsWith("probe: "))
                  .map(line -> ", the first " + line.substring("probe: ".length()))
                  .collect(Collectors.joining())
              + ".");
    }
    if (agent.dropped() > 0) {
      caveats.add(
          "The agent left out "
              + count(agent.dropped(), "run", "runs")
              + " of the breakdowns, past its budget; counts and percentiles have all.");
    }
    if (!"full".equals(agent.mode())) {
      caveats.add("The agent had backed off to '" + agent.mode() + "' to keep its cost low.");
    }
  }

  private static String count(long count, String one, String many) {
    return Quantity.count(count) + " " + (count == 1 ? one : many);
  }
}
