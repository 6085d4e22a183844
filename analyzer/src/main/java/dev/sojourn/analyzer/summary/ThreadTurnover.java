package dev.sojourn.analyzer.summary;

/** Threads that started and that ended. */
public record ThreadTurnover(long started, long ended) implements Part<ThreadTurnover> {
  /** None. */
  public static final ThreadTurnover EMPTY = new ThreadTurnover(0, 0);

  @Override
  public ThreadTurnover plus(ThreadTurnover other) {
    return new ThreadTurnover(started + other.started, ended + other.ended);
  }
}
