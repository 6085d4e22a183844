package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Part;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which of many things are told apart: those with at least a part of the weight of their group, and
 * of all the heaviest.
 *
 * @param leastRatio the part
 * @param most how many of all groups together
 */
record Heaviest(double leastRatio, int most) {

  /** Those that are told apart; of equal ones those that come first in order. */
  <K extends Comparable<? super K>> Set<K> of(Map<K, Double> weights, Function<K, ?> group) {
    Map<Object, Double> groups = new HashMap<>();
    weights.forEach((key, weight) -> groups.merge(group.apply(key), weight, Double::sum));
    return weights.entrySet().stream()
        .filter(one -> one.getValue() >= leastRatio * groups.get(group.apply(one.getKey())))
        .sorted(
            Map.Entry.<K, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The sums of those that have one name then. */
  static <K extends Comparable<? super K>, P extends Part<P>> SortedMap<K, P> renamed(
      Map<K, P> all, UnaryOperator<K> name) {
    SortedMap<K, P> sums = new TreeMap<>();
    all.forEach((key, part) -> sums.merge(name.apply(key), part, Part::plus));
    return sums;
  }
}
