package dev.sojourn.analyzer.summary;

/**
 * Samples of a quantity that goes up and down: their number, sum, least and largest. The unit is
 * that of what is sampled.
 */
public record Gauge(long samples, long total, long minimum, long maximum) implements Part<Gauge> {
  /** No sample. */
  public static final Gauge EMPTY = new Gauge(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** One sample. */
  public static Gauge of(long value) {
    return new Gauge(1, value, value, value);
  }

  /** The mean of the samples; 0 where there is none. */
  public double mean() {
    return samples == 0 ? 0 : (double) total / samples;
  }

  @Override
  public Gauge plus(Gauge other) {
    return new Gauge(
        samples + other.samples,
        total + other.total,
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum));
  }
}
