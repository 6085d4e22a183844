package dev.sojourn.analyzer.benchmark;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The readers that are compared. */
enum Reader {
  SOJOURN {
    @Override
    Aggregation read(Path file) {
      return sojourn(file, 1);
    }
  },
  SOJOURN_2_THREADS {
    @Override
    Aggregation read(Path file) {
      return sojourn(file, 2);
    }
  },
  RECORDING_FILE {
    @Override
    Aggregation read(Path file) throws IOException {
      Aggregation aggregation = new Aggregation();
      try (RecordingFile recording = new RecordingFile(file)) {
        while (recording.hasMoreEvents()) {
          RecordedEvent event = recording.readEvent();
          switch (event.getEventType().getName()) {
            case RUN -> run(aggregation, event);
            case ACQUIRE -> acquire(aggregation, event);
            default -> {}
          }
        }
      }
      return aggregation;
    }
  },
  EVENT_STREAM {
    @Override
    Aggregation read(Path file) throws IOException {
      Aggregation aggregation = new Aggregation();
      try (EventStream stream = EventStream.openFile(file)) {
        stream.setReuse(true);
        stream.setOrdered(false);
        stream.onEvent(RUN, event -> run(aggregation, event));
        stream.onEvent(ACQUIRE, event -> acquire(aggregation, event));
        stream.start();
      }
      return aggregation;
    }
  };

  static final String RUN = "sojourn.JobRun";
  static final String ACQUIRE = "sojourn.LockAcquire";

  abstract Aggregation read(Path file) throws IOException;

  private static void run(Aggregation aggregation, RecordedEvent event) {
    aggregation.run(event.getString("job"), event.getDuration().toNanos());
  }

  private static void acquire(Aggregation aggregation, RecordedEvent event) {
    aggregation.acquire(event.getStackTrace().getFrames().get(0).getMethod().getName());
  }

  private static final class Sink implements EventSink {
    private final Aggregation aggregation = new Aggregation();

    @Override
    public void accept(Event event) {
      if (event instanceof JobRun run) {
        aggregation.run(run.job(), run.durationNanos());
      } else if (event instanceof LockAcquire acquire) {
        Frame innermost = acquire.stackTrace().frames().get(0);
        aggregation.acquire(innermost.method());
      }
    }
  }

  private static Aggregation sojourn(Path file, int threads) {
    Aggregation all = new Aggregation();
    new RecordingReader(threads, Progress.NONE)
        .read(List.of(file), chunk -> new Sink(), sink -> all.plus(sink.aggregation));
    return all;
  }
}
