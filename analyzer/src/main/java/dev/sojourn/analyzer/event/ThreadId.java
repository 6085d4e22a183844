package dev.sojourn.analyzer.event;

/**
 * A thread.
 *
 * @param javaId the thread's {@code Thread.threadId()}; 0 for a thread of the JVM itself
 * @param name Java name, or the operating system's where there is none
 * @param virtual whether it is a virtual thread
 */
public record ThreadId(long javaId, String name, boolean virtual) {
  /** Stands for a thread that the recording does not tell. */
  public static final ThreadId NONE = new ThreadId(-1, "", false);

  /** Stands for the threads of the operating system that carry virtual threads. */
  public static final ThreadId CARRIER = new ThreadId(0, "carriers of virtual threads", false);
}
