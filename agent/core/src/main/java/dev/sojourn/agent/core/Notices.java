package dev.sojourn.agent.core;

/** What the agent tells the person who started it: single lines on stderr. */
final class Notices {
  private Notices() {}

  static void print(String line) {
    System.err.println("sojourn: " + line);
  }
}
