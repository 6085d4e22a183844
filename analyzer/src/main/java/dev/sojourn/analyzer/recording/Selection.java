package dev.sojourn.analyzer.recording;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Asks for the events of one type by some of their fields: what is not asked for is not decoded,
 * and no object is made for an event.
 *
 * @param type name of the event type
 * @param fields names of the fields, which are numbered from 0 in {@link EventFields}; the start
 *     time, the duration, the thread and the stack trace need no name
 * @param taker takes each event beside the sink of its chunk. The fields are those of this event
 *     during the call only. They should be read before anything is done with them: a damaged one
 *     ends the call, and its event counts as left out
 */
public record Selection<S>(
    String type, List<String> fields, BiConsumer<? super S, EventFields> taker) {
  /** Keeps its own copy of the names. */
  public Selection {
    fields = List.copyOf(fields);
  }
}
