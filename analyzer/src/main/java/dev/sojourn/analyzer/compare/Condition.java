package dev.sojourn.analyzer.compare;

import java.util.Locale;

/** What must be alike on both sides for a comparison to be about the program. */
public enum Condition {
  /** The version of the JVM. */
  JDK,
  /** The processors that it may use. */
  CPUS,
  /** The garbage collectors. */
  COLLECTOR,
  /** The options that size the heap. */
  HEAP,
  /** The settings of the events that the figures come from. */
  SETTINGS,
  /** The offered load. */
  LOAD,
  /** That recordings are whole. */
  COMPLETE,
  /** That each recording is of a process of its own. */
  RUNS;

  /** The name that options use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
