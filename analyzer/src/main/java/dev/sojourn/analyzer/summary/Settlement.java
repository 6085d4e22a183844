package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;

/** Decides on what the single chunks left open, now that all of them are there. */
final class Settlement {
  private final OpenJvm open;
  private final Join join = new Join(Resolution.FULL);

  Settlement(OpenJvm open) {
    this.open = open;
  }

  Summary summary() {
    open.threads().values().forEach(this::restore);
    open.holds().forEach(join.locks()::add);
    RunTimes times = new RunTimes(PauseTable.ofSpans(open.pauses()), open.samplePeriodNanos());
    ThreadGroupsBuilder groups = new ThreadGroupsBuilder(open.samplePeriodNanos());
    join.run(times, groups);
    return join.summary(groups).plus(Summary.of(open.heap().settled()));
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
        join.instants().accept(instant);
      }
    }
  }
}
