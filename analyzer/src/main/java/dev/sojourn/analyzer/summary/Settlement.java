package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;
import java.util.Map;

/** Decides on what the single chunks left open, now that more of them are there. */
final class Settlement {
  /**
   * What can be decided, and what is still open.
   *
   * @param decided adds up with what was decided before
   */
  record SoFar(Summary decided, OpenJvm open) {}

  private final OpenJvm open;
  private final RunTimes times;
  private final ThreadGroupsBuilder groups;
  private final Join join = new Join(Resolution.FULL);

  /**
   * A settlement for one JVM.
   *
   * @param pauses when all its threads stood still
   */
  Settlement(OpenJvm open, PauseTable pauses) {
    this.open = open;
    times = new RunTimes(pauses, open.samplePeriodNanos());
    groups = new ThreadGroupsBuilder(open.samplePeriodNanos());
    open.threads().values().forEach(this::restore);
    open.holds().forEach(join.locks()::add);
    join.ready().restore(open.ready());
  }

  /** All of it, when all chunks are there. */
  Summary all() {
    join.run(times, groups);
    join.ready().decide(join.jobs());
    return join.summary(groups).plus(Summary.of(open.heap().settled()));
  }

  /** As much as the chunks tell that are there: to be asked for neighbouring ones. */
  SoFar soFar() {
    OpenEndsBuilder ends = new OpenEndsBuilder(join.histories(), open.beginEpochNanos());
    ends.open();
    join.run(times, groups);
    Map<Long, ReadyThread> ready = join.decideReady(open.beginEpochNanos(), open.endEpochNanos());
    return new SoFar(join.summary(groups), open.with(ends, join.locks().openHolds(), ready));
  }

  private void restore(OpenThread thread) {
    ThreadHistory history = join.histories().of(thread.thread());
    thread.runs().forEach(history::add);
    for (OpenInterval interval : thread.intervals()) {
      history.restore(interval);
    }
    for (Event instant : thread.instants()) {
      if (instant instanceof ExecutionSample sample) {
        history.add(sample);
      } else {
        history.addInstant(instant);
      }
    }
  }
}
