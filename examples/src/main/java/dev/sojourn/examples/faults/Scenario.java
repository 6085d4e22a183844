package dev.sojourn.examples.faults;

/** A small service with one planted cause of trouble, or, as its calm twin, the same without it. */
@FunctionalInterface
public interface Scenario {
  /** Runs like a whole program would, and returns soon after {@code deadline}. */
  void run(boolean faulty, Deadline deadline) throws Exception;
}
