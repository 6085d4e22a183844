package dev.sojourn.analyzer.verdict;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of a program, from start to end: the unit of repetition. Values within a run say nothing
 * of how runs differ, so each metric has one number here.
 *
 * @param name where it comes from, for people
 * @param values finite, not negative, in the metric's unit
 */
public record Run(String name, SortedMap<Metric, Double> values) {
  /** Copies the values. */
  public Run {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A run with these values. */
  public static Run of(String name, Map<Metric, Double> values) {
    return new Run(name, new TreeMap<>(values));
  }
}
