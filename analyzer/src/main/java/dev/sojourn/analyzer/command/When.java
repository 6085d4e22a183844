package dev.sojourn.analyzer.command;

/** Whether something is done always, never, or where it suits. */
enum When {
  AUTO,
  ALWAYS,
  NEVER;

  boolean holds(boolean suits) {
    return this == ALWAYS || (this == AUTO && suits);
  }
}
