package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.EventSink;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of events that become records, by name. */
final class EventKinds {
  static final Map<String, EventKind> BY_NAME =
      Stream.of(AgentEventKinds.ALL, ThreadEventKinds.ALL, JvmEventKinds.ALL)
          .flatMap(kinds -> kinds.stream())
          .collect(Collectors.toUnmodifiableMap(EventKind::name, Function.identity()));

  static final Collection<Selection<EventSink>> SELECTIONS =
      BY_NAME.values().stream().map(EventKind::selection).toList();

  private EventKinds() {}
}
