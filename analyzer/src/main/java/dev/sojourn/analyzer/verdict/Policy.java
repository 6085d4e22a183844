package dev.sojourn.analyzer.verdict;

import java.util.Locale;

/** What a gate makes of something that is not a proven regression. */
public enum Policy {
  PASS,
  FAIL;

  /** The name that gate files use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
