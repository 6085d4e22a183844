package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.DirectMemoryPlace;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutorSample;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import dev.sojourn.analyzer.event.RepeatedFailure;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which names are told apart: all, or of each sort those with most time and one for the rest
 * together. Immutable.
 */
public final class Roster {
  /** All names are told apart. */
  public static final Roster ALL = new Roster(Map.of());

  /** The name of what a baseline puts together. */
  public static final String REST = "the rest";

  private static final String REST_OF = REST + " of ";
  private static final String TOGETHER = " names together";

  private final Map<NameSort, Kept> bySort;

  private Roster(Map<NameSort, Kept> bySort) {
    this.bySort = bySort;
  }

  /** The names of one sort that are kept, and the name that all others get. */
  private record Kept(Set<String> names, String rest, long distinct) {
    String name(String name) {
      return name == null || names.contains(name) ? name : rest;
    }
  }

  /**
   * Keeps names.
   *
   * @param names of each sort, those that are told apart
   * @param distinct of each sort that has more, how many there are in all
   */
  static Roster of(Map<NameSort, Set<String>> names, Map<NameSort, Long> distinct) {
    Map<NameSort, Kept> kept = new EnumMap<>(NameSort.class);
    distinct.forEach(
        (sort, count) -> kept.put(sort, new Kept(names.get(sort), rest(count), count)));
    return new Roster(kept);
  }

  /** Whether a name stands for many that are not told apart. */
  public static boolean isRest(String name) {
    return name.equals(REST) || name.startsWith(REST_OF) && name.endsWith(TOGETHER);
  }

  private static String rest(long distinct) {
    return REST_OF + String.format(Locale.ROOT, "%,d", distinct) + TOGETHER;
  }

  /** Whether nobody has counted names yet; one made of a census may keep them all, too. */
  boolean isAll() {
    return this == ALL;
  }

  /** Of the sorts whose names are not all told apart: how many there are. */
  Map<NameSort, Long> distinct() {
    Map<NameSort, Long> counts = new EnumMap<>(NameSort.class);
    bySort.forEach((sort, kept) -> counts.put(sort, kept.distinct()));
    return counts;
  }

  /** The name under which something is counted. */
  String name(NameSort sort, String name) {
    Kept kept = bySort.get(sort);
    return kept == null ? name : kept.name(name);
  }

  /** An event with the names of its job, its executor and its lock as they are counted. */
  Event named(Event event) {
    if (isAll()) {
      return event;
    }
    if (event instanceof JobRun run) {
      return named(run);
    } else if (event instanceof JobSecond second) {
      return named(second);
    } else if (event instanceof ExecutorSample sample) {
      return named(sample);
    } else if (event instanceof LockAcquire acquire) {
      return named(acquire);
    } else if (event instanceof LockHold hold) {
      return named(hold);
    } else if (event instanceof DirectMemoryPlace place) {
      return named(place);
    } else if (event instanceof RepeatedFailure failure) {
      return named(failure);
    }
    return event instanceof LockSecond second ? named(second) : event;
  }

  private String job(String name) {
    return name(NameSort.JOB, name);
  }

  private String executor(String name) {
    return name(NameSort.EXECUTOR, name);
  }

  private String lock(String name) {
    return name(NameSort.LOCK, name);
  }

  private JobRun named(JobRun run) {
    return new JobRun(
        run.startEpochNanos(),
        run.durationNanos(),
        run.thread(),
        job(run.job()),
        executor(run.executor()),
        run.waitingNanos(),
        run.latenessNanos(),
        run.outcome(),
        run.failureClass(),
        run.attempt(),
        run.runId(),
        run.parentRunId(),
        run.weight(),
        run.cpuNanos(),
        run.allocatedBytes());
  }

  private JobSecond named(JobSecond second) {
    return new JobSecond(
        second.startEpochNanos(),
        job(second.job()),
        executor(second.executor()),
        second.secondEpochMillis(),
        second.runs(),
        second.failures(),
        second.rejected(),
        second.nested(),
        second.waitingNanos(),
        second.waitingRuns(),
        second.serviceNanos(),
        second.cpuNanos(),
        second.allocatedBytes(),
        second.measuredRuns(),
        second.measuredServiceNanos(),
        second.waiting(),
        second.service(),
        second.sojourn(),
        second.timedRuns());
  }

  private ExecutorSample named(ExecutorSample sample) {
    return new ExecutorSample(
        sample.startEpochNanos(),
        executor(sample.executor()),
        sample.executorId(),
        sample.executorClass(),
        sample.queueLength(),
        sample.active(),
        sample.size(),
        sample.maximum(),
        sample.completed(),
        sample.rejected());
  }

  private LockAcquire named(LockAcquire acquire) {
    return new LockAcquire(
        acquire.startEpochNanos(),
        acquire.durationNanos(),
        acquire.thread(),
        acquire.stackTrace(),
        acquire.lockId(),
        acquire.lockClass(),
        lock(acquire.name()),
        acquire.mode(),
        acquire.outcome(),
        acquire.ownerId(),
        acquire.owner(),
        acquire.runId(),
        job(acquire.job()),
        acquire.representedNanos());
  }

  private LockHold named(LockHold hold) {
    return new LockHold(
        hold.startEpochNanos(),
        hold.durationNanos(),
        hold.thread(),
        hold.stackTrace(),
        hold.lockId(),
        hold.lockClass(),
        lock(hold.name()),
        hold.mode(),
        hold.waiters(),
        hold.exact(),
        hold.runId(),
        job(hold.job()),
        hold.representedNanos());
  }

  private DirectMemoryPlace named(DirectMemoryPlace place) {
    return new DirectMemoryPlace(
        place.startEpochNanos(),
        job(place.job()),
        place.method(),
        place.line(),
        place.secondEpochMillis(),
        place.heldBytes(),
        place.buffers(),
        place.allocatedBytes(),
        place.samples());
  }

  private RepeatedFailure named(RepeatedFailure failure) {
    return new RepeatedFailure(
        failure.startEpochNanos(),
        job(failure.job()),
        failure.failureClass(),
        failure.method(),
        failure.line(),
        failure.secondEpochMillis(),
        failure.repeated(),
        failure.betweenNanos());
  }

  private LockSecond named(LockSecond second) {
    return new LockSecond(
        second.startEpochNanos(),
        second.lockId(),
        second.lockClass(),
        lock(second.name()),
        second.mode(),
        second.secondEpochMillis(),
        second.acquires(),
        second.blockedNanos(),
        second.maxBlockedNanos(),
        second.heldNanos());
  }
}
