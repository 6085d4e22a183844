package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What is known of one endpoint and operation: of what took longer than the event's threshold.
 *
 * @param total all operations
 * @param bytes transferred
 * @param times how long they took
 * @param actors by who did it
 * @param sites by where it was done
 * @param series by time
 */
public record EndpointStatistics(
    TimeTotal total,
    long bytes,
    Distribution times,
    Map<Actor, TimeTotal> actors,
    Map<Site, TimeTotal> sites,
    Series<TimeTotal> series)
    implements Part<EndpointStatistics> {
  /** Nothing. */
  public static final EndpointStatistics EMPTY =
      new EndpointStatistics(
          TimeTotal.EMPTY, 0, Distribution.empty(), Map.of(), Map.of(), Series.empty());

  @Override
  public EndpointStatistics plus(EndpointStatistics other) {
    return new EndpointStatistics(
        total.plus(other.total),
        bytes + other.bytes,
        times.plus(other.times),
        Sums.ofParts(actors, other.actors),
        Sums.ofParts(sites, other.sites),
        series.plus(other.series));
  }
}
