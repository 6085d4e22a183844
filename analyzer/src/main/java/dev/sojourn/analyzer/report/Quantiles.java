package dev.sojourn.analyzer.report;

/** Quantiles of a time; all 0 where nothing was measured. */
public record Quantiles(long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {
  /** Stands for a time that no run had. */
  public static final Quantiles NONE = new Quantiles(0, 0, 0, 0);
}
