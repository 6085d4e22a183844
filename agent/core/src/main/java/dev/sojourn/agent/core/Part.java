package dev.sojourn.agent.core;

/** A part of the agent at work, which leaves the JVM as it was before. */
interface Part {
  /** Takes it out. */
  void stop() throws Exception;
}
