package dev.sojourn.agent.bootstrap;

/** One run of a job on the thread that works on it, readable by every probe on that thread. */
public interface Run {
  /** Unique in this JVM, above 0. */
  long id();

  /** The job's name as it is known so far. */
  String job();

  /** Whether it goes on. */
  boolean isOpen();
}
