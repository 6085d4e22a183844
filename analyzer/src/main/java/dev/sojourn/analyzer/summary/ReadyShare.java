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

  // Asked once a run. What the language gives a record goes through method handles, which are
  // interpreted where only the first compiler is in use, as in the report of a small recording.
  @Override
  public boolean equals(Object other) {
    return other instanceof ReadyShare share
        && bucket == share.bucket
        && endSecond == share.endSecond
        && job.equals(share.job);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * job.hashCode() + bucket) + Long.hashCode(endSecond);
  }

  @Override
  public int compareTo(ReadyShare other) {
    return ORDER.compare(this, other);
  }
}
