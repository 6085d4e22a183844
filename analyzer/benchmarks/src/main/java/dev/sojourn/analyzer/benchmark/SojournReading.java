package dev.sojourn.analyzer.benchmark;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.recording.RecordingReader;
import java.nio.file.Path;
import java.util.List;

/** The analyzer's own reader. */
final class SojournReading {
  private SojournReading() {}

  static Aggregation read(Path file, int threads) {
    Aggregation all = new Aggregation();
    new RecordingReader(threads, Progress.NONE)
        .read(List.of(file), chunk -> new Sink(), sink -> all.plus(sink.aggregation));
    return all;
  }

  private static final class Sink implements EventSink {
    private final Aggregation aggregation = new Aggregation();

    @Override
    public void accept(Event event) {
      if (event instanceof JobRun run) {
        aggregation.run(run.job(), run.thread().name(), run.durationNanos());
      } else if (event instanceof LockAcquire acquire) {
        aggregation.acquire(acquire.stackTrace().frames().get(0).method());
      }
    }
  }
}
