package dev.sojourn.analyzer.finding;

/**
 * One measured figure that a finding rests on.
 *
 * @param label what was measured, in a few words
 * @param value the figure in {@code unit}
 * @param unit such as {@code ms}, {@code bytes/s}, {@code share} (0 to 1); empty for a count
 */
public record Evidence(String label, double value, String unit) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** A length of time. */
  public static Evidence nanos(String label, double nanos) {
    return new Evidence(label, nanos / NANOS_PER_MILLI, "ms");
  }

  /** A share, from 0 to 1. */
  public static Evidence share(String label, double share) {
    return new Evidence(label, share, "share");
  }

  /** A number of things. */
  public static Evidence count(String label, double count) {
    return new Evidence(label, count, "");
  }

  /** An amount of memory. */
  public static Evidence bytes(String label, double bytes) {
    return new Evidence(label, bytes, "bytes");
  }
}
