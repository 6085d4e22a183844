package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The events of inputs in the order in which their chunks are handed over, and the result. */
record ReadEvents(List<Event> events, ReadResult result) {
  static ReadEvents of(Path... inputs) {
    return of(new RecordingReader(1, Progress.NONE), inputs);
  }

  static ReadEvents of(RecordingReader reader, Path... inputs) {
    List<Event> events = new ArrayList<>();
    ReadResult result =
        reader.read(List.of(inputs), Collected::new, sink -> events.addAll(sink.events));
    return new ReadEvents(events, result);
  }

  <E extends Event> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static final class Collected implements EventSink {
    private final List<Event> events = new ArrayList<>();

    Collected(Chunk chunk) {}

    @Override
    public void accept(Event event) {
      events.add(event);
    }
  }
}
