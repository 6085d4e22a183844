package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Site;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts who did something where. Not thread-safe. */
final class ActorsByPlace {
  private final Map<Site, Map<Actor, Long>> places = new TreeMap<>();

  void add(Site site, Actor actor, long count) {
    places.computeIfAbsent(site, place -> new TreeMap<>()).merge(actor, count, Long::sum);
  }

  /** The place where it was done most, by whomever. */
  Optional<Site> most() {
    return places.entrySet().stream()
        .max(Comparator.comparingLong(place -> sum(place.getValue())))
        .map(Map.Entry::getKey);
  }

  /** Who did it at a place. */
  Map<Actor, Long> at(Site site) {
    return places.get(site);
  }

  private static long sum(Map<Actor, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
