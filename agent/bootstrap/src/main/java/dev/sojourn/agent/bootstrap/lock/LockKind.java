package dev.sojourn.agent.bootstrap.lock;

/** What a lock is to its users, told by the class of its synchronizer. */
record LockKind(String lockClass, String exclusiveMode, String sharedMode) {
  static final LockKind UNKNOWN = new LockKind(null, "exclusive", "permit");
  private static final String LOCKS = "java.util.concurrent.locks.";

  /** The kind of lock that {@code synchronizerClass} implements. */
  static LockKind of(String synchronizerClass) {
    String lockClass = publicClass(synchronizerClass);
    return switch (lockClass) {
      case LOCKS + "ReentrantReadWriteLock", LOCKS + "StampedLock" ->
          new LockKind(lockClass, "write", "read");
      case "java.util.concurrent.CountDownLatch" -> new LockKind(lockClass, "exclusive", "latch");
      default -> new LockKind(lockClass, "exclusive", "permit");
    };
  }

  /** A synchronizer is by custom a class {@code Sync} or {@code …Sync} nested in its lock. */
  private static String publicClass(String synchronizerClass) {
    int nested = synchronizerClass.lastIndexOf('$');
    return nested > 0 && synchronizerClass.indexOf("Sync", nested) > 0
        ? synchronizerClass.substring(0, nested)
        : synchronizerClass;
  }
}
