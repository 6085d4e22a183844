package dev.sojourn.agent.bootstrap.lock;

/**
 * One way to acquire one lock, such as {@code read}: how the event contract calls it, what it cost,
 * and which budget its events come from.
 */
final class LockMode {
  static final String CONDITION = "condition";

  private final long lockId;
  private final String lockClass;
  private final String mode;
  private final LockName name;
  private final LockStatistics statistics = new LockStatistics();
  private final UnreportedTime unreportedBlocked;
  private final UnreportedTime unreportedHeld = new UnreportedTime(EventBudget.HOLDS);

  LockMode(long lockId, String lockClass, String mode, LockName name) {
    this.lockId = lockId;
    this.lockClass = lockClass;
    this.mode = mode;
    this.name = name;
    unreportedBlocked =
        new UnreportedTime(mode.equals(CONDITION) ? EventBudget.CONDITIONS : EventBudget.ACQUIRES);
  }

  /** Stands for a mode of all locks that have no summary of their own. */
  static LockMode ofOthers(String mode) {
    return new LockMode(0, null, mode, LockName.of("other locks"));
  }

  long lockId() {
    return lockId;
  }

  String lockClass() {
    return lockClass;
  }

  String mode() {
    return mode;
  }

  LockName name() {
    return name;
  }

  LockStatistics statistics() {
    return statistics;
  }

  /** Counts a wait; returns the time that an event of it would stand for, -1 for no event. */
  long addBlocked(long nanos) {
    statistics.addBlocked(nanos);
    return unreportedBlocked.offer(nanos);
  }

  /** Counts a hold; returns the time that an event of it would stand for, -1 for no event. */
  long addHeld(long nanos) {
    statistics.addHeld(nanos);
    return unreportedHeld.offer(nanos);
  }
}
