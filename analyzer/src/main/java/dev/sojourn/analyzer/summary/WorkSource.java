package dev.sojourn.analyzer.summary;

import java.util.List;
import java.util.regex.Pattern;

/** Where a thread that stands still waits for the next piece of work. */
public enum WorkSource {
  /** The queue of an executor. */
  EXECUTOR,
  /** An executor that has no queue, and starts a thread where none is free. */
  HAND_OFF,
  /** An executor or a timer that starts its tasks when they are due. */
  CLOCK,
  /** A fork/join pool. */
  FORK_JOIN,
  /** A queue that the program takes from itself. */
  QUEUE;

  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String THREAD = "java.lang.Thread.";
  private static final List<String> TAKES = List.of("take", "poll");

  private static final Pattern WRITTEN_WAIT =
      Pattern.compile(
          "java\\.lang\\.Object\\.wait0?|java\\.util\\.concurrent\\.locks\\..*"
              + "|java\\.util\\.concurrent\\.ForkJoinPool\\.\\w*anagedBlock"
              + "|jdk\\.internal\\.misc\\.Unsafe\\.park");

  /** What a thread waits for that stands at a place; null where that is no work. */
  public static WorkSource of(Site site) {
    WorkSource source = null;
    for (String method : site.stack()) {
      if (!SiteTable.isJdk(method)) {
        return source == null && isWritten(site) && isForWork(site, method) ? QUEUE : source;
      }
      source = narrowed(source, method);
    }
    return source;
  }

  /** Whether it is the program that waits, for whoever notifies, and no class of the JDK. */
  public static boolean isWritten(Site site) {
    return site.stack().stream()
        .dropWhile(WRITTEN_WAIT.asMatchPredicate())
        .findFirst()
        .filter(caller -> !caller.equals(site.stack().get(0)) && !SiteTable.isJdk(caller))
        .isPresent();
  }

  private static boolean isForWork(Site site, String waiting) {
    return QueueWords.takes(waiting) || isOwnLoop(site);
  }

  /**
   * Whether it is the loop of the thread itself that waits, and nothing that it calls elsewhere:
   * the method {@code run}, or one that this calls in its own class or one around it.
   */
  private static boolean isOwnLoop(Site site) {
    List<String> own = site.stack().stream().filter(method -> !SiteTable.isJdk(method)).toList();
    String outermost = own.get(own.size() - 1);
    return own.size() <= 2
        && outermost.endsWith(".run")
        && outermost.startsWith(owner(own.get(0)))
        && site.stack().stream()
            .skip(site.stack().lastIndexOf(outermost) + 1L)
            .allMatch(method -> method.startsWith(THREAD));
  }

  private static String owner(String qualifiedMethod) {
    return qualifiedMethod.substring(0, Math.max(0, qualifiedMethod.lastIndexOf('.')));
  }

  private static WorkSource narrowed(WorkSource inner, String method) {
    if (method.equals(CONCURRENT + "ForkJoinPool.awaitWork")) {
      return FORK_JOIN;
    }
    if (method.equals("java.util.TimerThread.mainLoop") || method.contains(".DelayQueue.")) {
      return CLOCK;
    }
    if (method.equals(CONCURRENT + "ThreadPoolExecutor.getTask")) {
      return inner == QUEUE || inner == null ? EXECUTOR : inner;
    }
    return inner == null ? ofQueue(method) : inner;
  }

  private static WorkSource ofQueue(String method) {
    int dot = method.lastIndexOf('.');
    String owner = method.substring(0, Math.max(0, dot));
    boolean takes = TAKES.stream().anyMatch(method.substring(dot + 1)::startsWith);
    if (!takes || !owner.startsWith(CONCURRENT)) {
      return null;
    }
    if (owner.contains("SynchronousQueue")) {
      return HAND_OFF;
    }
    if (owner.contains("Delay")) {
      return CLOCK;
    }
    return owner.endsWith("Queue") || owner.endsWith("Deque") ? QUEUE : null;
  }
}
