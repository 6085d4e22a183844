package dev.sojourn.analyzer.summary;

import java.util.Optional;

/**
 * The JDK's selectors. Who wakes one holds its monitor for one system call, and who is woken goes
 * for it at once, often on the waker's own processor: such a wait is a part of being woken, and no
 * lock of the program.
 */
public final class Selectors {
  private static final String PACKAGE = "sun.nio.ch.";
  private static final String CLASS_ENDS = "SelectorImpl.";

  private Selectors() {}

  /** Whether a lock is one of a selector. */
  public static boolean areGuardedBy(LockKey lock) {
    return lock.name().startsWith(PACKAGE);
  }

  /** The selector's class, where a place is inside of one: its monitors are plain objects. */
  static Optional<String> classIn(Site site) {
    String method = site.stack().isEmpty() ? "" : site.stack().get(0);
    int end = method.indexOf(CLASS_ENDS);
    return method.startsWith(PACKAGE) && end > 0
        ? Optional.of(method.substring(0, end + CLASS_ENDS.length() - 1))
        : Optional.empty();
  }
}
