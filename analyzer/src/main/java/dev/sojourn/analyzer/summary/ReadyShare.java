package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Where the times of runs are counted.
 *
 * @param job the job
 * @param bucket bucket of the sojourn time, see {@link Breakdown#bucket}
 * @param endSecond epoch second in which the runs ended
 */
record ReadyShare(String job, int bucket, long endSecond) implements Comparable<ReadyShare> {
  private static final Comparator<ReadyShare> ORDER =
      Comparator.comparing(ReadyShare::job)
          .thenComparingInt(ReadyShare::bucket)
          .thenComparingLong(ReadyShare::endSecond);

  @Override
  public int compareTo(ReadyShare other) {
    return ORDER.compare(this, other);
  }
}
