package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method through which one job asks several systems. Where the slow answers are waited for is
 * then told by the way that leads to it: the innermost of its methods by which no quick answer is
 * asked for.
 */
final class SharedClient {
  private static final List<String> JDK_PACKAGES = List.of("java.", "javax.", "jdk.", "sun.");

  private SharedClient() {}

  /** The methods of the program that lead to a place, innermost first. */
  static List<String> way(Site site) {
    return site.stack().stream()
        .filter(method -> JDK_PACKAGES.stream().noneMatch(method::startsWith))
        .toList();
  }

  /** Where an actor turns off to slow answers, if the same place gives it quick ones, too. */
  static Site parted(Site slow, Actor actor, List<Downstream> quick) {
    List<List<String>> others =
        quick.stream()
            .filter(other -> other.actors().containsKey(actor))
            .flatMap(other -> other.sites().keySet().stream())
            .filter(site -> site.method().equals(slow.method()))
            .map(SharedClient::way)
            .toList();
    return turnOff(way(slow), others)
        .map(method -> new Site(method, -1, slow.stack()))
        .orElse(slow);
  }

  private static Optional<String> turnOff(List<String> way, List<List<String>> others) {
    Stream<String> own =
        way.stream().filter(method -> others.stream().noneMatch(other -> other.contains(method)));
    return others.isEmpty() ? Optional.empty() : own.findFirst();
  }
}
