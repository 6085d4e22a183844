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
 * @param scales what a change of a metric is measured against beside the metric's own level, such
 *     as the sojourn time for the waiting time: a wait that trebles from next to nothing does not
 *     matter; metrics that are not there are measured against their own level
 */
public record Run(String name, SortedMap<Metric, Double> values, SortedMap<Metric, Double> scales) {
  /** Copies the values. */
  public Run {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    scales = Collections.unmodifiableSortedMap(new TreeMap<>(scales));
  }

  /** A run with these values, each measured against its own level. */
  public static Run of(String name, Map<Metric, Double> values) {
    return new Run(name, new TreeMap<>(values), new TreeMap<>());
  }
}
