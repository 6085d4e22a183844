package dev.sojourn.analyzer.verdict;

import java.util.Locale;

/** Which way a metric improves. */
public enum Better {
  /** Times, counts of failures, costs. */
  LOWER,
  /** Throughput. */
  HIGHER;

  /** The name that files and reports use, such as {@code lower}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The natural logarithm of how much worse one level is than another: positive is worse. */
  public double worsening(double logRatio) {
    return this == LOWER ? logRatio : -logRatio;
  }
}
