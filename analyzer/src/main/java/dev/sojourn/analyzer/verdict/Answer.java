package dev.sojourn.analyzer.verdict;

import java.util.Locale;

/** What the data say of one metric; strongest first. */
public enum Answer {
  /** Surely worse than tolerated, and by enough to matter. */
  REGRESSED,
  /** The data allow both that it regressed and that it did not. */
  INCONCLUSIVE,
  /** Not worse by more than the change that matters. */
  NOT_REGRESSED;

  /** The name that reports use, such as {@code not-regressed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
