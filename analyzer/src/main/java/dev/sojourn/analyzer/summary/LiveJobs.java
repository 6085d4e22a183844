package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the jobs of a running JVM did, second by second, until it is taken. What comes too late for
 * its second counts in the next that is taken. One thread accepts, another may take.
 */
public final class LiveJobs {
  private static final long SECOND_MILLIS = 1_000;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final SortedMap<Long, Map<String, LiveJob>> bySecond = new TreeMap<>();
  private final long fromEpochSecond;
  private long openEpochSecond;

  /** Passes over what happened before a second. */
  public LiveJobs(long fromEpochSecond) {
    this.fromEpochSecond = fromEpochSecond;
    this.openEpochSecond = fromEpochSecond;
  }

  /** Takes one event; others than those of jobs and locks are passed over. */
  public synchronized void accept(Event event) {
    if (event instanceof JobSecond second) {
      add(
          Math.floorDiv(second.secondEpochMillis(), SECOND_MILLIS),
          second.job(),
          LiveJob.of(second));
    } else if (event instanceof LockAcquire wait && wait.job() != null && isBlocked(wait)) {
      long second = Math.floorDiv(wait.startEpochNanos() + wait.durationNanos(), SECOND_NANOS);
      add(second, wait.job(), LiveJob.blocked(wait.representedNanos()));
    }
  }

  private static boolean isBlocked(LockAcquire wait) {
    LockKey.Family family = LockModes.family(wait.mode());
    return family != LockKey.Family.CONDITION && family != LockKey.Family.LATCH;
  }

  private void add(long epochSecond, String job, LiveJob part) {
    if (job != null && epochSecond >= fromEpochSecond) {
      bySecond
          .computeIfAbsent(Math.max(epochSecond, openEpochSecond), second -> new HashMap<>())
          .merge(job, part, LiveJob::plus);
    }
  }

  /** The jobs of the seconds before {@code epochSecond}, by name, which are forgotten then. */
  public synchronized SortedMap<String, LiveJob> takeBefore(long epochSecond) {
    SortedMap<String, LiveJob> jobs = new TreeMap<>();
    SortedMap<Long, Map<String, LiveJob>> past = bySecond.headMap(epochSecond);
    past.values().forEach(second -> second.forEach((job, p) -> jobs.merge(job, p, LiveJob::plus)));
    past.clear();
    openEpochSecond = epochSecond;
    return jobs;
  }
}
