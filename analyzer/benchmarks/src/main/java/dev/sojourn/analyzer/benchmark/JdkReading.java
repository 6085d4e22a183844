package dev.sojourn.analyzer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The two readers of the JDK. */
final class JdkReading {
  private JdkReading() {}

  static Aggregation recordingFile(Path file) throws IOException {
    Aggregation aggregation = new Aggregation();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        switch (event.getEventType().getName()) {
          case Reader.RUN -> run(aggregation, event);
          case Reader.ACQUIRE -> acquire(aggregation, event);
          default -> {}
        }
      }
    }
    return aggregation;
  }

  static Aggregation eventStream(Path file, boolean ordered) throws IOException {
    Aggregation aggregation = new Aggregation();
    try (EventStream stream = EventStream.openFile(file)) {
      stream.setOrdered(ordered);
      stream.onEvent(Reader.RUN, event -> run(aggregation, event));
      stream.onEvent(Reader.ACQUIRE, event -> acquire(aggregation, event));
      stream.start();
    }
    return aggregation;
  }

  private static void run(Aggregation aggregation, RecordedEvent event) {
    aggregation.run(
        event.getString("job"), event.getThread().getJavaName(), event.getDuration().toNanos());
  }

  private static void acquire(Aggregation aggregation, RecordedEvent event) {
    aggregation.acquire(event.getStackTrace().getFrames().get(0).getMethod().getName());
  }
}
