package dev.sojourn.agent.bootstrap.executor;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

/** One executor as the agent knows it. The executor itself is not retained. */
public final class ExecutorState {
  /** In place of the executor of a method that was called directly. */
  public static final ExecutorState NONE = new ExecutorState((Object) null);

  private final WeakReference<Object> executor;
  private final String className;
  private final long id;
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong completed = new AtomicLong();
  private volatile int strideExponent;
  private int shortest = Integer.MAX_VALUE;
  private volatile String name;
  private volatile Thread lastNamed;

  ExecutorState(Object executor) {
    this.executor = new WeakReference<>(executor);
    this.className = executor == null ? null : executor.getClass().getName();
    this.id =
        executor == null
            ? 0
            : (long) executor.getClass().getName().hashCode() << 32
                | System.identityHashCode(executor);
  }

  /** Threads named alike stand in for an executor that is not known. */
  ExecutorState(String threadPrefix) {
    this.executor = new WeakReference<>(null);
    this.className = null;
    this.id = threadPrefix.hashCode();
    this.name = threadPrefix;
  }

  /** Whether this stands for that executor. */
  public boolean isOf(Object candidate) {
    return executor.refersTo(candidate);
  }

  /** The executor, null once it was collected. */
  Object executor() {
    return executor.get();
  }

  /** Stable over garbage collections. */
  public long id() {
    return id;
  }

  String className() {
    return className;
  }

  /**
   * The common prefix of the names of its threads so far; its class's name for nameless threads.
   */
  public String name() {
    return name;
  }

  /** Tells that a thread runs tasks of it. */
  public void seen(Thread thread) {
    if (lastNamed != thread && className != null) {
      lastNamed = thread;
      name = commonName(name, thread.getName());
    }
  }

  private String commonName(String known, String thread) {
    String prefix = stripNumber(thread);
    if (prefix.equals(known)) {
      return known;
    }
    String common = known == null ? prefix : stripNumber(commonPrefix(known, prefix));
    return common.isEmpty() ? className : common;
  }

  private static String commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return a.substring(0, length);
  }

  /** What the thread's name has in common with those of its fellows. */
  static String prefixOf(Thread thread) {
    return stripNumber(thread.getName());
  }

  private static String stripNumber(String name) {
    int end = name.length();
    while (end > 0 && "0123456789-_#: ".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end);
  }

  /** The shortest stride at which runs of its jobs are timed, as the exponent of two. */
  public int strideExponent() {
    return strideExponent;
  }

  /** Tells the stride of one of its jobs; {@link #endSecond} makes them its own. */
  public void offerStride(int exponent) {
    shortest = Math.min(shortest, exponent);
  }

  /** Takes on the shortest stride that was offered in this second; none is the shortest of all. */
  public void endSecond() {
    strideExponent = shortest == Integer.MAX_VALUE ? 0 : shortest;
    shortest = Integer.MAX_VALUE;
  }

  /** A new job has come, of which every run is timed. */
  public void jobAdded() {
    strideExponent = 0;
  }

  /** Counts a task that it refused. */
  public void countRejected() {
    rejected.incrementAndGet();
  }

  long rejected() {
    return rejected.get();
  }

  /** Counts tasks that it ran. */
  public void countCompleted(long tasks) {
    completed.addAndGet(tasks);
  }

  long completed() {
    return completed.get();
  }
}
