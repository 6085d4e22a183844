package dev.sojourn.analyzer.recording;

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

  private EventKinds() {}
}
