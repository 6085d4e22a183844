package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JobRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets apart what one chunk cannot decide. Of one thread at most {@value #MOST_OF_THREAD}
 * intervals, runs and instants are kept, of one chunk at most {@value #MOST}, those that ended
 * last; what ended before counts as outside any run that is not told of yet.
 */
final class OpenEndsBuilder {
  static final int MOST_OF_THREAD = 4_096;
  static final int MOST = 65_536;

  private final ThreadHistories histories;
  private final long beginEpochNanos;

  OpenEndsBuilder(ThreadHistories histories, long beginEpochNanos) {
    this.histories = histories;
    this.beginEpochNanos = beginEpochNanos;
  }

  /** Tells each thread what of it is open. */
  void open() {
    List<long[]> ends = new ArrayList<>();
    for (ThreadHistory history : histories.all()) {
      if (history.isJavaThread()) {
        history.open(Openness.of(history, beginEpochNanos));
        ends.add(history.openEnds());
      }
    }
    int most = mostOfEach(ends);
    for (ThreadHistory history : histories.all()) {
      long[] openEnds = history.openEnds();
      if (openEnds.length > most) {
        Arrays.sort(openEnds);
        history.open(history.openness().above(openEnds[openEnds.length - most - 1]));
      }
    }
  }

  /** What is open, with all that is needed to decide on it. */
  Map<Long, OpenThread> build(List<Hold> holds) {
    Map<Long, List<Hold>> holdsByThread = new HashMap<>();
    holds.forEach(
        hold -> holdsByThread.computeIfAbsent(hold.threadId(), id -> new ArrayList<>()).add(hold));
    Map<Long, OpenThread> threads = new HashMap<>();
    for (ThreadHistory history : histories.all()) {
      long id = history.thread().javaId();
      OpenThread open = open(history, holdsByThread.getOrDefault(id, List.of()));
      if (history.isJavaThread() && open.size() > 0) {
        threads.put(id, open);
      }
    }
    return Sums.sorted(threads);
  }

  private OpenThread open(ThreadHistory history, List<Hold> holds) {
    List<JobRun> runs = new ArrayList<>();
    for (JobRun run : history.runs()) {
      if (history.isOpen(run)) {
        runs.add(run);
      }
    }
    List<OpenInterval> intervals = new ArrayList<>();
    for (int i : kept(history, holds)) {
      intervals.add(
          new OpenInterval(
              history.start(i),
              history.end(i),
              history.rank(i),
              history.subject(i),
              history.isCounted(i)));
    }
    List<Event> openInstants = new ArrayList<>();
    history.instants().stream().filter(history::isOpenInstant).forEach(openInstants::add);
    history.samples().all().stream().filter(history::isOpenInstant).forEach(openInstants::add);
    OpenThread none = new OpenThread(history.thread(), List.of(), List.of(), List.of());
    return none.plus(new OpenThread(history.thread(), runs, intervals, openInstants));
  }

  /** The open intervals, and those that tell what a holder did. */
  private static Set<Integer> kept(ThreadHistory history, List<Hold> holds) {
    Set<Integer> kept = new TreeSet<>();
    for (int i = 0; i < history.size(); i++) {
      if (history.isOpen(i)) {
        kept.add(i);
      }
    }
    for (Hold hold : holds) {
      history.timeline().intervalsBetween(hold.startEpochNanos(), hold.endEpochNanos(), kept);
    }
    return kept;
  }

  private static int mostOfEach(List<long[]> ends) {
    int most = MOST_OF_THREAD;
    while (most > 1 && kept(ends, most) > MOST) {
      most /= 2;
    }
    return most;
  }

  private static long kept(List<long[]> ends, int most) {
    return ends.stream().mapToLong(open -> Math.min(open.length, most)).sum();
  }
}
