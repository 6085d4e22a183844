package dev.sojourn.analyzer.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1 on; equal values share the mean of their ranks. */
final class Ranks {
  private Ranks() {}

  static double[] of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int begin = 0;
    for (int i = 1; i <= order.length; i++) {
      if (i == order.length || values[order[i]] != values[order[begin]]) {
        share(ranks, order, begin, i);
        begin = i;
      }
    }
    return ranks;
  }

  private static void share(double[] ranks, int[] order, int begin, int end) {
    double rank = (begin + 1 + end) / 2.0;
    for (int i = begin; i < end; i++) {
      ranks[order[i]] = rank;
    }
  }
}
