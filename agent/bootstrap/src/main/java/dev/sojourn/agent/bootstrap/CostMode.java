package dev.sojourn.agent.bootstrap;

/** How much the agent does, by what it may cost. Probes read it at every step. */
public enum CostMode {
  /** Whatever the other budgets allow. */
  FULL("full"),
  /** Fewer runs are timed, and fewer single runs, waits and holds become events. */
  SAMPLING("sampling"),
  /** Runs and waits are counted; a few runs are timed, and no single one becomes an event. */
  AGGREGATING("aggregating");

  private static volatile CostMode current = FULL;

  private final String text;

  CostMode(String text) {
    this.text = text;
  }

  /** The mode from now on. */
  public static void enter(CostMode mode) {
    current = mode;
  }

  /** The mode now. */
  public static CostMode current() {
    return current;
  }

  /** Whether single runs, waits and holds may become events. */
  public static boolean writesEvents() {
    return current != AGGREGATING;
  }

  /** The part of an event budget that is left, as a divisor. */
  public int divisor() {
    return this == FULL ? 1 : 8;
  }

  /** The event contract's word for it. */
  public String text() {
    return text;
  }
}
