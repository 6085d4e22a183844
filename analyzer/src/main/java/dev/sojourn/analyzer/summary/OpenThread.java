package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.Comparator;
import java.util.List;

/**
 * What is open of one thread.
 *
 * @param thread the thread
 * @param runs ended runs that began before their chunk
 * @param intervals what may lie in a run that another chunk tells of
 * @param instants the same of samples and the like
 */
record OpenThread(
    ThreadId thread, List<JobRun> runs, List<OpenInterval> intervals, List<Event> instants)
    implements Part<OpenThread> {
  private static final Comparator<ThreadId> BY_NAME = Comparator.comparing(ThreadId::toString);
  private static final Comparator<Event> BY_TIME =
      Comparator.comparingLong(Event::startEpochNanos).thenComparing(Event::toString);

  @Override
  public OpenThread plus(OpenThread other) {
    return new OpenThread(
        BY_NAME.compare(thread, other.thread) <= 0 ? thread : other.thread,
        Sums.ofLists(runs, other.runs, BY_TIME),
        Sums.ofLists(intervals, other.intervals, Comparator.naturalOrder()),
        Sums.ofLists(instants, other.instants, BY_TIME));
  }

  int size() {
    return runs.size() + intervals.size() + instants.size();
  }
}
