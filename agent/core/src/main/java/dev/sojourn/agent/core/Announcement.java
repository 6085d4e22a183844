package dev.sojourn.agent.core;

/**
 * What the agent tells whoever asks this JVM for its system properties: how the last request went,
 * and, while an agent is at work, which one it is.
 */
final class Announcement {
  private static final String ANSWER = "sojourn.agent.answer";
  private static final String BUILD = "sojourn.agent.build";
  private static final String OPTIONS = "sojourn.agent.options";
  private static final String RECORDING = "sojourn.agent.recording";

  private Announcement() {}

  /** An agent is at work, with those options, and records to {@code destination}. */
  static void present(String options, String destination) {
    System.setProperty(BUILD, Version.build());
    System.setProperty(OPTIONS, options);
    System.setProperty(RECORDING, destination);
  }

  /** No agent is at work. */
  static void withdraw() {
    System.clearProperty(BUILD);
    System.clearProperty(OPTIONS);
    System.clearProperty(RECORDING);
  }

  /** The agent at work, in a few words. */
  static String inside() {
    return "Sojourn's agent is at work in it already, build "
        + System.getProperty(BUILD, "unknown")
        + ", recording to "
        + System.getProperty(RECORDING, "an unknown file")
        + ", with the options '"
        + System.getProperty(OPTIONS, "")
        + "'";
  }

  static void answer(String text) {
    System.setProperty(ANSWER, text);
  }

  static void refuse(String why) {
    System.setProperty(ANSWER, "refused: " + why);
  }
}
