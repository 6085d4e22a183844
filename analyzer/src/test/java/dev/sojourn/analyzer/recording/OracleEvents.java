package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;

/** The same as {@link WholeEvents}, by the JDK's own reader. */
final class OracleEvents {
  private static final int DEEPEST = 6;

  private OracleEvents() {}

  static List<String> of(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        long start = ChronoUnit.NANOS.between(Instant.EPOCH, event.getStartTime());
        texts.add(event.getEventType().getName() + " at " + start + " " + text(event, 0));
      }
    }
    return texts;
  }

  /** How many events the JDK reads; it fails where it cannot. */
  static long count(Path file) throws IOException {
    long count = 0;
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        recording.readEvent();
        count++;
      }
    }
    return count;
  }

  private static String text(Object value, int depth) {
    if (depth > DEEPEST) {
      return "…";
    }
    if (value instanceof RecordedObject object) {
      StringBuilder text = new StringBuilder("{");
      for (ValueDescriptor field : object.getFields()) {
        text.append(field.getName())
            .append('=')
            .append(text(object.getValue(field.getName()), depth + 1))
            .append(' ');
      }
      return text.append('}').toString();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(element -> text(element, depth + 1)).toList().toString();
    }
    return String.valueOf(value);
  }
}
