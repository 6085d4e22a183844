package dev.sojourn.analyzer.summary;

/**
 * One account of a lock.
 *
 * @param total everything
 * @param series the same by time
 */
public record LockAccount(LockCounts total, Series<LockCounts> series)
    implements Part<LockAccount> {
  /** Nothing. */
  public static final LockAccount EMPTY = new LockAccount(LockCounts.EMPTY, Series.empty());

  @Override
  public LockAccount plus(LockAccount other) {
    return new LockAccount(total.plus(other.total), series.plus(other.series));
  }
}
