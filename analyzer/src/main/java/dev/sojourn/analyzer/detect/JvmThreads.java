package dev.sojourn.analyzer.detect;

import java.util.Set;

/**
 * Threads that the JVM, its libraries and the agent have for themselves, the recorder above all:
 * what they do is no work of the program's, and who waits for that is told himself.
 */
final class JvmThreads {
  private static final String RECORDER = "JFR ";
  private static final Set<String> NAMES =
      Set.of(
          "Attach Listener",
          "Common-Cleaner",
          "DestroyJavaVM",
          "Finalizer",
          "HttpClient-*-SelectorManager",
          "Notification Thread",
          "Reference Handler",
          "Service Thread",
          "Signal Dispatcher",
          "Sweeper thread",
          "sojourn-collection",
          "sojourn-growth",
          "sojourn-monitors",
          "sojourn-notices",
          "sojourn-seconds",
          "sojourn-ticks");

  private JvmThreads() {}

  /** Whether a group of threads is the JVM's own. */
  static boolean contain(String group) {
    return group.startsWith(RECORDER) || NAMES.contains(group);
  }
}
