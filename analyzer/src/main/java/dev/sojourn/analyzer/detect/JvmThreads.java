package dev.sojourn.analyzer.detect;

import java.util.Set;

/** Threads that the JVM has for itself, its recorder above all: nobody waits for what they do. */
final class JvmThreads {
  private static final String RECORDER = "JFR ";
  private static final Set<String> NAMES =
      Set.of(
          "Attach Listener",
          "Common-Cleaner",
          "DestroyJavaVM",
          "Finalizer",
          "Notification Thread",
          "Reference Handler",
          "Service Thread",
          "Signal Dispatcher",
          "Sweeper thread");

  private JvmThreads() {}

  /** Whether a group of threads is the JVM's own. */
  static boolean contain(String group) {
    return group.startsWith(RECORDER) || NAMES.contains(group);
  }
}
