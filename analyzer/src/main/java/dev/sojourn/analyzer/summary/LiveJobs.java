package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the jobs of a running JVM did in some whole seconds. Not thread-safe. */
public final class LiveJobs implements EventSink {
  private static final long SECOND_MILLIS = 1_000;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final SortedMap<String, LiveJob> byName = new TreeMap<>();
  private final long fromEpochSecond;
  private final long untilEpochSecond;

  /** Takes what happened from one second until before another. */
  public LiveJobs(long fromEpochSecond, long untilEpochSecond) {
    this.fromEpochSecond = fromEpochSecond;
    this.untilEpochSecond = untilEpochSecond;
  }

  /** Takes one event; others than those of jobs and locks are passed over. */
  @Override
  public void accept(Event event) {
    if (event instanceof JobSecond second) {
      add(
          Math.floorDiv(second.secondEpochMillis(), SECOND_MILLIS),
          second.job(),
          LiveJob.of(second));
    } else if (event instanceof LockAcquire wait && isBlocked(wait)) {
      long second = Math.floorDiv(wait.startEpochNanos() + wait.durationNanos(), SECOND_NANOS);
      add(second, wait.job(), LiveJob.blocked(wait.representedNanos()));
    }
  }

  private static boolean isBlocked(LockAcquire wait) {
    return LockModes.family(wait.mode()).blocks();
  }

  private void add(long epochSecond, String job, LiveJob part) {
    if (job != null && epochSecond >= fromEpochSecond && epochSecond < untilEpochSecond) {
      byName.merge(job, part, LiveJob::plus);
    }
  }

  /** The jobs, by name. */
  public SortedMap<String, LiveJob> byName() {
    return byName;
  }
}
