package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The runs of one thread that are in no other run, by time. */
final class RunIndex {
  private static final Comparator<JobRun> OUTER_FIRST =
      Comparator.comparingLong(JobRun::startEpochNanos)
          .thenComparing(Comparator.comparingLong(JobRun::endEpochNanos).reversed());

  private final List<JobRun> outermost = new ArrayList<>();

  // mostly asked for in order of time
  private int lastFound;

  RunIndex(List<JobRun> runs) {
    List<JobRun> ordered = new ArrayList<>(runs);
    ordered.sort(OUTER_FIRST);
    long end = Long.MIN_VALUE;
    for (JobRun run : ordered) {
      if (run.endEpochNanos() > end) {
        outermost.add(run);
        end = run.endEpochNanos();
      }
    }
  }

  /** Those that are in no other, in order of time. */
  List<JobRun> outermost() {
    return outermost;
  }

  /** The outermost run at an instant; null for none. */
  JobRun outermostAt(long epochNanos) {
    if (!isFirstStartingAfter(lastFound, epochNanos)
        && !isFirstStartingAfter(++lastFound, epochNanos)) {
      lastFound = firstStartingAfter(epochNanos);
    }
    JobRun last = last();
    return last != null && epochNanos < last.endEpochNanos() ? last : null;
  }

  /** The last outermost run of which some is in a span; null for none. */
  JobRun lastWithin(Span span) {
    JobRun atEnd = outermostAt(span.endEpochNanos() - 1);
    JobRun before = last();
    boolean within = before != null && before.endEpochNanos() > span.beginEpochNanos();
    return atEnd == null && within ? before : atEnd;
  }

  private JobRun last() {
    return lastFound == 0 ? null : outermost.get(lastFound - 1);
  }

  private boolean isFirstStartingAfter(int index, long epochNanos) {
    int size = outermost.size();
    return index <= size
        && (index == size || outermost.get(index).startEpochNanos() > epochNanos)
        && (index == 0 || outermost.get(index - 1).startEpochNanos() <= epochNanos);
  }

  private int firstStartingAfter(long epochNanos) {
    int low = 0;
    int high = outermost.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (outermost.get(middle).startEpochNanos() <= epochNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
