package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * Sums of maps, and sorted copies of them; what is returned is sorted and unmodifiable, and tells
 * that it is sorted, so that it is copied without comparing.
 */
final class Sums {
  private Sums() {}

  static <K extends Comparable<? super K>, P extends Part<P>> Map<K, P> ofParts(
      Map<K, P> one, Map<K, P> other) {
    return merge(one, other, Part::plus);
  }

  static <K extends Comparable<? super K>> Map<K, Long> ofCounts(
      Map<K, Long> one, Map<K, Long> other) {
    return merge(one, other, Long::sum);
  }

  static <K extends Comparable<? super K>, V> Map<K, V> merge(
      Map<K, V> one, Map<K, V> other, BinaryOperator<V> sum) {
    if (one.isEmpty() || other.isEmpty()) {
      return sorted(one.isEmpty() ? other : one);
    }
    if (one.size() < other.size()) {
      return merge(other, one, (otherValue, value) -> sum.apply(value, otherValue));
    }
    TreeMap<K, V> merged = new TreeMap<>(one);
    other.forEach((key, value) -> merged.merge(key, value, sum));
    return Collections.unmodifiableSortedMap(merged);
  }

  static <E extends Comparable<? super E>> Set<E> ofSets(Set<E> one, Set<E> other) {
    TreeSet<E> union = new TreeSet<>(one);
    union.addAll(other);
    return Collections.unmodifiableSortedSet(union);
  }

  /** Everything that is in one or the other, in order; what is in both is there twice. */
  static <E> List<E> ofLists(List<E> one, List<E> other, Comparator<? super E> order) {
    List<E> all = new ArrayList<>(one);
    all.addAll(other);
    all.sort(order);
    return Collections.unmodifiableList(all);
  }

  static <K extends Comparable<? super K>, V> Map<K, V> sorted(Map<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
