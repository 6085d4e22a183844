package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.MannKendall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The time in which a pool works off what a burst has left behind.
 *
 * @param begin index of the first sample of it
 * @param samples how many samples it lasts
 * @param bursts the samples of it in which more arrived than usual
 */
record Recovery(int begin, int samples, int bursts) {
  /** Arrivals this much above the usual are a burst. */
  private static final double BURST_FACTOR = 1.5;

  /** A pool with capacity to spare recovers within a few times the length of the burst. */
  private static final double SLOW_FACTOR = 3;

  /** What is over after so short a share of the time is no trouble. */
  private static final double LEAST_SHARE = 0.2;

  /** Longer than this it is not one burst that keeps the pool busy. */
  private static final double MOST_SHARE = 0.9;

  /**
   * A queue that is worked off, however slowly, has a third less in the end; a bounded one wavers.
   */
  private static final double SHRUNK_RATIO = 2.0 / 3;

  /** A pool that is full more often has too few threads for what is usual. */
  private static final double BUSY_SHARE = 0.25;

  /** Fewer cannot fall significantly. */
  private static final int LEAST_POINTS = 5;

  private static final int FEW = 3;

  private static final double SIGNIFICANCE = 0.02;

  /**
   * The longest, if it is of a burst and takes a part of the time.
   *
   * @param saturated whether tasks waited while all threads were busy, by sample
   * @param arrivals tasks that arrived, by sample
   * @param queued tasks that waited, by sample
   */
  static Optional<Recovery> longest(boolean[] saturated, List<Double> arrivals, double[] queued) {
    Recovery longest = new Recovery(0, 0, 0);
    int begin = 0;
    for (int i = 0; i <= saturated.length; i++) {
      if (i == saturated.length || !saturated[i]) {
        longest = i - begin > longest.samples ? new Recovery(begin, i - begin, 0) : longest;
        begin = i + 1;
      }
    }
    return Optional.of(longest.withBursts(arrivals))
        .filter(recovery -> recovery.isOfABurst(saturated.length, arrivals))
        .filter(recovery -> recovery.shrinks(queued));
  }

  /**
   * The one that a burst began and that goes on to the end, though the burst is over: no fewer wait
   * where who waited too long asks once more. Before it the pool was seldom full.
   *
   * @param saturated as for {@link #longest}
   * @param arrivals as for {@link #longest}
   */
  static Optional<Recovery> never(boolean[] saturated, List<Double> arrivals) {
    int end = saturated.length;
    int begin = end;
    while (begin > 0 && saturated[begin - 1]) {
      begin--;
    }
    int samples = end - begin;
    boolean fits = samples >= LEAST_SHARE * end && samples <= MOST_SHARE * end;
    if (!fits || begin < LEAST_POINTS || share(saturated, begin) > BUSY_SHARE) {
      return Optional.empty();
    }
    double[] arrived = arrivals.stream().mapToDouble(Double::doubleValue).toArray();
    double burst = most(arrived, begin - 1, end);
    double before = usual(arrivals.subList(0, begin));
    double after = mean(arrived, end - samples / 3, end);
    return before > 0 && burst >= BURST_FACTOR * Math.max(before, after)
        ? Optional.of(new Recovery(begin, samples, samples))
        : Optional.empty();
  }

  /** The most that arrived at a time, in a few samples each: single ones vary by chance. */
  private static double most(double[] arrived, int from, int end) {
    return IntStream.rangeClosed(from, end - FEW)
        .mapToDouble(i -> mean(arrived, i, i + FEW))
        .max()
        .orElse(0);
  }

  private static double share(boolean[] saturated, int end) {
    return IntStream.range(0, end).filter(i -> saturated[i]).count() / (double) end;
  }

  /** Whether it goes on for much longer than what it is from. */
  boolean isSlow() {
    return samples >= SLOW_FACTOR * bursts;
  }

  /** From its first burst on: a pool that is nearly full may have been so before. */
  private Recovery withBursts(List<Double> arrivals) {
    double most = BURST_FACTOR * usual(arrivals);
    int end = begin + samples;
    int[] bursting =
        IntStream.range(Math.max(0, begin - 1), end).filter(i -> arrivals.get(i) > most).toArray();
    int since = bursting.length == 0 ? begin : Math.max(begin, bursting[0]);
    return new Recovery(since, end - since, bursting.length);
  }

  /** Whether the queue falls from its longest on, and by a good part until the end. */
  private boolean shrinks(double[] queued) {
    int end = begin + samples;
    int longest = begin;
    for (int i = begin; i < end; i++) {
      longest = queued[i] > queued[longest] ? i : longest;
    }
    return mean(queued, end - samples / 3, end) <= SHRUNK_RATIO * queued[longest]
        && falls(Arrays.copyOfRange(queued, longest, end));
  }

  private static boolean falls(double[] values) {
    if (values.length < LEAST_POINTS) {
      return false;
    }
    MannKendall trend = MannKendall.test(values);
    return trend.concordance() < 0 && trend.significant(SIGNIFICANCE);
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(0);
  }

  private boolean isOfABurst(int allSamples, List<Double> arrivals) {
    double usual = usual(arrivals);
    int afterBurst = Math.min(begin + samples, Math.max(0, begin - 1) + bursts + 2);
    boolean over =
        arrivals.subList(afterBurst, begin + samples).stream()
            .noneMatch(arrived -> arrived > BURST_FACTOR * usual);
    return bursts > 0
        && usual > 0
        && over
        && begin > 0
        && samples >= LEAST_SHARE * allSamples
        && samples <= MOST_SHARE * allSamples;
  }

  private static double usual(List<Double> arrivals) {
    double[] sorted = arrivals.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
