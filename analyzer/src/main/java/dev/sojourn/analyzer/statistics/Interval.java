package dev.sojourn.analyzer.statistics;

/** An estimate with the ends of its interval, in the estimate's unit. */
public record Interval(double low, double value, double high) {
  /** Half the interval's width as a share of the estimate: how little is known. */
  public double relativeReach() {
    return (high - low) / (2 * Math.abs(value));
  }
}
