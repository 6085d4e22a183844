package dev.sojourn.agent.bootstrap;

/** Something that is summarised once a second. */
public interface SecondTable {
  /**
   * Writes what was gathered since the last call as events, and starts anew. Calls never overlap.
   *
   * @param secondEpochMillis the begin of the second that ends now, or is cut short by the
   *     recording's end
   */
  void flush(long secondEpochMillis);
}
