package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.ProcessorWait;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Tells what of the unexplained time of runs was waiting for a processor. The system tells how long
 * each thread waited in a second and not in which of its runs, so that is spread over what nothing
 * explains of them in that second, and never more than that.
 *
 * <p>A second is decided on when no chunk can tell more of it, and is open until then. To bound
 * that, a run is charged with waits of its last {@value #MOST_RUN_SECONDS} seconds only, and a wait
 * counts for the last {@value #MOST_WAIT_SECONDS} seconds of the time that it was told for; and
 * where very many threads wait, the earliest seconds are decided on before runs that are that long.
 */
final class ReadyTimes {
  static final int MOST_RUN_SECONDS = 300;
  static final int MOST_WAIT_SECONDS = 10;
  static final int MOST_OPEN = 16_384;

  /** An event is written at most so long after others of the same time. */
  private static final int LATE_SECONDS = 5;

  /** All threads that carry virtual threads count as one: nobody tells which carried which. */
  private static final long CARRIERS = 0;

  private static final long NOBODY = -1;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** What is told for a little more than a second is told for that second. */
  private static final long ONE_SECOND_NANOS = 1_250_000_000L;

  private final Map<Long, Map<Long, Second>> threads = new HashMap<>();

  // the runs of a thread come about in order of time
  private long lastThread = NOBODY;
  private long lastEpochSecond;
  private Second last;

  /** A {@link ReadySecond} that is still added to. */
  private static final class Second {
    private long runningNanos;
    private long waitingNanos;
    private long roomNanos;
    private long unexplainedNanos;
    private final Map<ReadyShare, Long> shares = new HashMap<>();

    void add(ReadySecond second) {
      runningNanos += second.runningNanos();
      waitingNanos += second.waitingNanos();
      roomNanos += second.roomNanos();
      unexplainedNanos += second.unexplainedNanos();
      second.shares().forEach((share, nanos) -> shares.merge(share, nanos, Long::sum));
    }

    int size() {
      return 1 + shares.size();
    }

    ReadySecond build() {
      return new ReadySecond(
          runningNanos, waitingNanos, roomNanos, unexplainedNanos, Sums.sorted(shares));
    }
  }

  /** Takes what the system tells of a thread. */
  void accept(ProcessorWait wait) {
    long thread = key(wait.thread());
    if (thread == NOBODY) {
      return;
    }
    long end = wait.endEpochNanos();
    long nanos = wait.durationNanos();
    if (nanos <= ONE_SECOND_NANOS) {
      add(thread, TimeTotals.second(end - nanos / 2), wait, 1);
      return;
    }
    long begin = Math.max(end - nanos, end - MOST_WAIT_SECONDS * NANOS_PER_SECOND);
    for (long at = begin; at < end; at = endOfSecond(at)) {
      long overlap = Math.min(end, endOfSecond(at)) - at;
      add(thread, TimeTotals.second(at), wait, (double) overlap / nanos);
    }
  }

  private void add(long thread, long epochSecond, ProcessorWait wait, double part) {
    Second second = second(thread, epochSecond);
    second.runningNanos += Math.round(wait.runningNanos() * part);
    second.waitingNanos += Math.round(wait.waitingNanos() * part);
  }

  /**
   * Takes the components of one run. What is unexplained lies where nothing else is known, evenly.
   */
  void add(ThreadHistory history, JobRun run, long[] componentNanos) {
    long thread = key(history.thread());
    long roomNanos = room(history, run.startEpochNanos(), run.endEpochNanos());
    if (thread == NOBODY || roomNanos <= 0) {
      return;
    }
    long unexplained = componentNanos[Component.UNEXPLAINED.ordinal()];
    long end = run.endEpochNanos();
    long begin = Math.max(run.startEpochNanos(), end - (MOST_RUN_SECONDS - 1) * NANOS_PER_SECOND);
    if (end <= endOfSecond(begin)) {
      add(thread, begin, run, roomNanos, unexplained);
      return;
    }
    for (long at = begin; at < end; at = endOfSecond(at)) {
      long room = room(history, at, Math.min(end, endOfSecond(at)));
      add(thread, at, run, room, Math.round((double) unexplained * room / roomNanos));
    }
  }

  private void add(long thread, long epochNanos, JobRun run, long roomNanos, long unexplained) {
    Second second = second(thread, TimeTotals.second(epochNanos));
    if (run.parentRunId() == 0) {
      second.roomNanos += roomNanos;
      second.unexplainedNanos += unexplained;
    }
    if (unexplained > 0) {
      second.shares.merge(share(run), unexplained * run.weight(), Long::sum);
    }
  }

  private static ReadyShare share(JobRun run) {
    long sojournNanos = RunTimes.waitingNanos(run) + run.durationNanos();
    long endSecond = TimeTotals.second(run.endEpochNanos());
    return new ReadyShare(run.job(), Breakdown.bucket(sojournNanos), endSecond);
  }

  private static long room(ThreadHistory history, long begin, long end) {
    return end - begin - history.timeline().explainedNanos(begin, end);
  }

  /** Takes what was open. */
  void restore(Map<Long, ReadyThread> open) {
    open.forEach(
        (thread, ready) ->
            ready.seconds().forEach((second, part) -> second(thread, second).add(part)));
  }

  /** Decides on everything. */
  void decide(JobsBuilder jobs) {
    threads.values().forEach(seconds -> seconds.values().forEach(at -> decide(at, jobs)));
    threads.clear();
    lastThread = NOBODY;
  }

  /** Decides on the seconds of which the chunks between two instants tell all; tells the rest. */
  Map<Long, ReadyThread> decideSoFar(
      JobsBuilder jobs, ThreadHistories histories, long beginEpochNanos, long endEpochNanos) {
    Map<Long, Long> openUntil = openUntil(histories);
    threads.forEach(
        (thread, seconds) -> {
          long begin = Math.max(beginEpochNanos, openUntil.getOrDefault(thread, Long.MIN_VALUE));
          decideIf(
              (at, second) ->
                  isWhole(at, MOST_RUN_SECONDS, begin, endEpochNanos)
                      || second.waitingNanos == 0
                          && isWhole(at, MOST_WAIT_SECONDS, beginEpochNanos, endEpochNanos),
              seconds,
              jobs);
        });
    long floor = floorEpochSecond();
    threads.values().forEach(seconds -> decideIf((at, second) -> at <= floor, seconds, jobs));
    Map<Long, ReadyThread> open = open();
    threads.clear();
    lastThread = NOBODY;
    return open;
  }

  private void decideIf(
      BiPredicate<Long, Second> decidable, Map<Long, Second> seconds, JobsBuilder jobs) {
    seconds
        .entrySet()
        .removeIf(
            at -> {
              boolean decided = decidable.test(at.getKey(), at.getValue());
              if (decided) {
                decide(at.getValue(), jobs);
              }
              return decided;
            });
  }

  /** Until when all is decided on, lest more than {@value #MOST_OPEN} sums are kept. */
  private long floorEpochSecond() {
    TreeMap<Long, Integer> sizes = new TreeMap<>(Comparator.reverseOrder());
    threads
        .values()
        .forEach(seconds -> seconds.forEach((at, s) -> sizes.merge(at, s.size(), Integer::sum)));
    long kept = 0;
    for (Map.Entry<Long, Integer> size : sizes.entrySet()) {
      kept += size.getValue();
      if (kept > MOST_OPEN) {
        return size.getKey();
      }
    }
    return Long.MIN_VALUE;
  }

  private Map<Long, ReadyThread> open() {
    Map<Long, ReadyThread> open = new HashMap<>();
    threads.forEach(
        (thread, seconds) -> {
          Map<Long, ReadySecond> parts = new HashMap<>();
          seconds.forEach((at, second) -> parts.put(at, second.build()));
          if (!parts.isEmpty()) {
            open.put(thread, new ReadyThread(Sums.sorted(parts)));
          }
        });
    return Sums.sorted(open);
  }

  /** Until when threads are in runs that began before these chunks. */
  private static Map<Long, Long> openUntil(ThreadHistories histories) {
    Map<Long, Long> openUntil = new HashMap<>();
    for (ThreadHistory history : histories.all()) {
      openUntil.merge(key(history.thread()), history.openness().headUntilEpochNanos(), Math::max);
    }
    return openUntil;
  }

  /** Whether what is told so many seconds after a second at the latest has been told. */
  private static boolean isWhole(long second, int laterSeconds, long begin, long end) {
    return second >= begin / NANOS_PER_SECOND + 1
        && second + 1 + laterSeconds + LATE_SECONDS <= end / NANOS_PER_SECOND;
  }

  private void decide(Second second, JobsBuilder jobs) {
    double ratio = second.build().waitingRatio();
    if (ratio > 0) {
      second.shares.forEach((share, nanos) -> jobs.addReady(share, (long) (nanos * ratio)));
    }
  }

  private Second second(long thread, long epochSecond) {
    if (thread != lastThread || epochSecond != lastEpochSecond) {
      last =
          threads
              .computeIfAbsent(thread, id -> new HashMap<>())
              .computeIfAbsent(epochSecond, s -> new Second());
      lastThread = thread;
      lastEpochSecond = epochSecond;
    }
    return last;
  }

  private static long key(ThreadId thread) {
    if (thread.virtual()) {
      return CARRIERS;
    } else if (thread.javaId() > 0) {
      return thread.javaId();
    }
    return thread.equals(ThreadId.CARRIER) ? CARRIERS : NOBODY;
  }

  private static long endOfSecond(long epochNanos) {
    return (TimeTotals.second(epochNanos) + 1) * NANOS_PER_SECOND;
  }
}
