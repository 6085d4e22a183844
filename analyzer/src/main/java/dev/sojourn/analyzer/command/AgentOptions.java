package dev.sojourn.analyzer.command;

import picocli.CommandLine.Option;

/** The options of commands that pass patterns on to the agent. */
final class AgentOptions {
  @Option(
      names = "--jobs",
      paramLabel = "PATTERNS",
      description = "Methods that are jobs, as the agent's option; see 'sojourn options'.")
  private String jobs;

  @Option(
      names = "--locks",
      paramLabel = "PATTERNS",
      description = "Classes whose monitors are instrumented, as the agent's option.")
  private String locks;

  /** As the agent wants them; empty if none is given. */
  String text() {
    StringBuilder options = new StringBuilder();
    append(options, "jobs", "--jobs", jobs);
    append(options, "locks", "--locks", locks);
    return options.toString();
  }

  /** As {@link #text}, with others behind it. */
  String suffixed(String others) {
    String own = text();
    return own.isEmpty() ? others : own + "," + others;
  }

  private static void append(StringBuilder options, String key, String option, String value) {
    if (value == null) {
      return;
    }
    if (value.indexOf(',') >= 0) {
      throw CommandFailure.usage(
          option + " " + value + ": patterns are separated by ';', a comma cannot be passed on");
    }
    options.append(options.isEmpty() ? "" : ",").append(key).append('=').append(value);
  }
}
