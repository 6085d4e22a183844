package dev.sojourn.analyzer.statistics;

/**
 * A stretch of a series of values at equal distances that lie about one level, or about a line.
 *
 * @param start index of its first value
 * @param end index after its last value
 * @param mean level of its middle
 * @param slope change from one value to the next; 0 for a level
 */
public record Segment(int start, int end, double mean, double slope) {
  /** Number of values. */
  public int length() {
    return end - start;
  }

  /** How many numbers describe it. */
  public int parameters() {
    return isTrend() ? 2 : 1;
  }

  /** Whether it is about a line. */
  public boolean isTrend() {
    return slope != 0;
  }

  /** The level, or what the line is at this index. */
  public double at(int index) {
    return mean + slope * (index - middle());
  }

  /** What it is at where it begins. */
  public double first() {
    return at(start);
  }

  /** What it is at where it ends. */
  public double last() {
    return at(end - 1);
  }

  double middle() {
    return (start + end - 1) / 2.0;
  }
}
