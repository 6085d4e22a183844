package dev.sojourn.analyzer.benchmark;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.recording.RecordingReader;
import dev.sojourn.analyzer.recording.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The analyzer's own reader. */
final class SojournReading {
  private static final List<Selection<Aggregation>> ASKED =
      List.of(
          new Selection<>(
              Reader.RUN,
              List.of("job"),
              (to, run) -> to.run(run.text(0), run.thread().name(), run.durationNanos())),
          new Selection<>(
              Reader.ACQUIRE,
              List.of(),
              (to, acquire) -> to.acquire(acquire.stackTrace().frames().get(0).method())));

  private SojournReading() {}

  /** Asks for the fields that are summed up. */
  static Aggregation selected(Path file, int threads) {
    Aggregation all = new Aggregation();
    new RecordingReader(threads, Progress.NONE)
        .select(List.of(file), ASKED, chunk -> new Aggregation(), Function.identity(), all::plus);
    return all;
  }

  /** Takes all that the analyzer asks for, as a record for each event. */
  static Aggregation records(Path file, int threads) {
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
