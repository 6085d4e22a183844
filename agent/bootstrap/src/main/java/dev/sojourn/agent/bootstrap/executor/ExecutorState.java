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

  /** Counts a task that it refused. */
  public void countRejected() {
    rejected.incrementAndGet();
  }

  long rejected() {
    return rejected.get();
  }

  /** Counts a task that it ran, for executors that do not count themselves. */
  public void countCompleted() {
    completed.incrementAndGet();
  }

  long completed() {
    return completed.get();
  }
}
