package dev.sojourn.agent.bootstrap.memory;

/** By which some memory is given back one day; keeps nothing of the host. */
interface Release {
  /** Whether it was given back. */
  boolean isOver() throws Throwable;
}
