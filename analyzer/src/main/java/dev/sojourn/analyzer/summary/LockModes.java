package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Which waits are of which family: by the agent's word, or by the class that a thread parked on.
 */
final class LockModes {
  private static final Map<String, LockKey.Family> BY_MODE =
      Map.of(
          "permit", LockKey.Family.SEMAPHORE,
          "condition", LockKey.Family.CONDITION,
          "latch", LockKey.Family.LATCH,
          "monitor", LockKey.Family.MONITOR);

  private static final String LOCKS = "java.util.concurrent.locks.";

  private LockModes() {}

  static LockKey.Family family(String mode) {
    return mode == null ? LockKey.Family.LOCK : BY_MODE.getOrDefault(mode, LockKey.Family.LOCK);
  }

  /** The mode of a park on an object of this class; null where it is no lock. */
  static String modeOfPark(String parkedClass) {
    String outer = outerClass(parkedClass);
    if (outer.equals("java.util.concurrent.Semaphore")) {
      return "permit";
    }
    boolean lock =
        outer.equals(LOCKS + "ReentrantLock")
            || outer.equals(LOCKS + "ReentrantReadWriteLock")
            || outer.equals(LOCKS + "StampedLock");
    return lock ? "exclusive" : null;
  }

  /** Whether a park on an object of this class waits for a condition. */
  static boolean isCondition(String parkedClass) {
    return parkedClass.endsWith("$ConditionObject") || parkedClass.endsWith("$ConditionNode");
  }

  static String outerClass(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }
}
