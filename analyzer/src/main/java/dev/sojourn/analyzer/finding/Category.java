package dev.sojourn.analyzer.finding;

import java.util.Locale;

/** What sort of trouble a finding is about. */
public enum Category {
  BOTTLENECK,
  LEAK,
  DRIFT,
  CAPACITY,
  REGRESSION;

  /** The name that reports use, such as {@code bottleneck}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
