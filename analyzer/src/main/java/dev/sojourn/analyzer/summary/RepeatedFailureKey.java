package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * What fails again within one run, and where.
 *
 * @param job whose runs
 * @param failureClass of the exception
 * @param site the place that makes it, without the way there
 */
public record RepeatedFailureKey(String job, String failureClass, Site site)
    implements Comparable<RepeatedFailureKey> {
  private static final Comparator<RepeatedFailureKey> ORDER =
      Comparator.comparing(RepeatedFailureKey::job)
          .thenComparing(RepeatedFailureKey::failureClass)
          .thenComparing(RepeatedFailureKey::site);

  @Override
  public int compareTo(RepeatedFailureKey other) {
    return ORDER.compare(this, other);
  }
}
