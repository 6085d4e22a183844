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
    JobRun last = low == 0 ? null : outermost.get(low - 1);
    return last != null && epochNanos < last.endEpochNanos() ? last : null;
  }
}
