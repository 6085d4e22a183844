package dev.sojourn.analyzer.finding;

import java.util.Locale;

/** How sure it is that the culprit is the cause, least sure first. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  /** The name that reports use, such as {@code high}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The lesser of two. */
  public Confidence atMost(Confidence limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }
}
