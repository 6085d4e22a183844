package dev.sojourn.analyzer.command;

import java.util.Properties;

/**
 * An agent that is at work in a JVM, as it presents itself in that JVM's system properties.
 *
 * @param build its version and what tells one build from another
 * @param options as they were given to it
 * @param recording the file that it records to
 */
record AgentInside(String build, String options, String recording) {
  /** Null if there is none. */
  static AgentInside in(Properties properties) {
    String build = properties.getProperty("sojourn.agent.build");
    return build == null
        ? null
        : new AgentInside(
            build,
            properties.getProperty("sojourn.agent.options", ""),
            properties.getProperty("sojourn.agent.recording", ""));
  }

  /** Which one it is, in a line's middle. */
  String words() {
    return "Sojourn's agent is in it already, build "
        + build
        + ", recording to "
        + recording
        + (options.isEmpty() ? "" : ", with the options '" + options + "'");
  }
}
