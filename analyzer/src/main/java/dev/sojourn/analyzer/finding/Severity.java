package dev.sojourn.analyzer.finding;

import java.util.Locale;

/** How much a finding harms jobs, mildest first. A healthy service has none above {@link #INFO}. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  /** The name that reports use, such as {@code warning}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worse of two. */
  public Severity atLeast(Severity floor) {
    return compareTo(floor) >= 0 ? this : floor;
  }

  /** The milder of two. */
  public Severity atMost(Severity limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }
}
