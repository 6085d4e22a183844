package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Sockets and files.
 *
 * @param byKey statistics by endpoint and operation
 */
public record Endpoints(Map<EndpointKey, EndpointStatistics> byKey) implements Part<Endpoints> {
  /** Nothing. */
  public static final Endpoints EMPTY = new Endpoints(Map.of());

  @Override
  public Endpoints plus(Endpoints other) {
    return new Endpoints(Sums.ofParts(byKey, other.byKey));
  }
}
