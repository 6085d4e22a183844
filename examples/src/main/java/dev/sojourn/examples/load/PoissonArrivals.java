package dev.sojourn.examples.load;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * Independent callers, as queueing theory has them: gaps between arrivals are exponential, each
 * arrival is of a kind in proportion to that kind's rate. The same seed gives the same arrivals.
 */
public final class PoissonArrivals<K> implements Iterator<Arrival<K>> {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double FIRST_RATIO = 0.1;

  private final Map<K, Double> ratesPerSecond;
  private final double totalPerSecond;
  private final SplittableRandom random;
  private final long startNanos;
  private final long rampNanos;
  private final long endNanos;
  private long nextNanos;
  private long number;

  public PoissonArrivals(
      Map<K, Double> ratesPerSecond,
      long startNanos,
      long rampNanos,
      long durationNanos,
      long seed) {
    this.ratesPerSecond = new LinkedHashMap<>(ratesPerSecond);
    this.totalPerSecond = ratesPerSecond.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(totalPerSecond > 0)) {
      throw new IllegalArgumentException("the rates must add up to more than 0: " + ratesPerSecond);
    }
    this.random = new SplittableRandom(seed);
    this.startNanos = startNanos;
    this.rampNanos = rampNanos;
    this.endNanos = startNanos + durationNanos;
    this.nextNanos = startNanos;
    this.nextNanos += gapNanos();
  }

  @Override
  public boolean hasNext() {
    return nextNanos < endNanos;
  }

  @Override
  public Arrival<K> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Arrival<K> arrival = new Arrival<>(kind(), nextNanos, number++);
    nextNanos += gapNanos();
    return arrival;
  }

  private long gapNanos() {
    double perSecond = totalPerSecond * rampRatio();
    return (long) (-Math.log(1 - random.nextDouble()) / perSecond * NANOS_PER_SECOND);
  }

  private double rampRatio() {
    long elapsedNanos = nextNanos - startNanos;
    return elapsedNanos >= rampNanos
        ? 1
        : FIRST_RATIO + (1 - FIRST_RATIO) * elapsedNanos / rampNanos;
  }

  private K kind() {
    double point = random.nextDouble() * totalPerSecond;
    K last = null;
    for (Map.Entry<K, Double> rate : ratesPerSecond.entrySet()) {
      last = rate.getKey();
      point -= rate.getValue();
      if (point < 0) {
        return last;
      }
    }
    return last;
  }
}
