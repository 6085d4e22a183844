package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import java.util.List;
import java.util.function.Function;

/**
 * How events of one name become records. Only the fields that are named are decoded; one that the
 * recording does not have reads as 0, null, {@link ThreadId#NONE} or {@link StackTrace#EMPTY},
 * unless the decoder says otherwise.
 */
record EventKind(String name, List<String> fields, Function<EventFields, Event> decoder) {
  static EventKind of(String name, Function<EventFields, Event> decoder, String... fields) {
    return new EventKind(name, List.of(fields), decoder);
  }

  /** All events of the kind, as records. */
  Selection<EventSink> selection() {
    return new Selection<>(
        name, fields, (sink, eventFields) -> sink.accept(decoder.apply(eventFields)));
  }
}
