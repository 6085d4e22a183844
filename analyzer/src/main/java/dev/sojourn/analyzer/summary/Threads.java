package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * How many threads there were.
 *
 * @param active threads alive, by time
 * @param accumulated threads started since the JVM's start, by time
 * @param turnover starts and ends by group of names and time
 * @param starts starts by who started them
 */
public record Threads(
    Series<Gauge> active,
    Series<Gauge> accumulated,
    Map<String, Series<ThreadTurnover>> turnover,
    Map<ThreadStartKey, Long> starts)
    implements Part<Threads> {
  /** Nothing. */
  public static final Threads EMPTY =
      new Threads(Series.empty(), Series.empty(), Map.of(), Map.of());

  @Override
  public Threads plus(Threads other) {
    return new Threads(
        active.plus(other.active),
        accumulated.plus(other.accumulated),
        Sums.ofParts(turnover, other.turnover),
        Sums.ofCounts(starts, other.starts));
  }
}
