package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.event.AgentStatusEvent;
import dev.sojourn.agent.bootstrap.event.CollectionEvent;
import dev.sojourn.agent.bootstrap.event.DirectMemorySummaryEvent;
import dev.sojourn.agent.bootstrap.event.ExecutorSampleEvent;
import dev.sojourn.agent.bootstrap.event.JobRunEvent;
import dev.sojourn.agent.bootstrap.event.JobSummaryEvent;
import dev.sojourn.agent.bootstrap.event.LockAcquireEvent;
import dev.sojourn.agent.bootstrap.event.LockHoldEvent;
import dev.sojourn.agent.bootstrap.event.LockSummaryEvent;
import dev.sojourn.agent.bootstrap.event.MachineSampleEvent;
import dev.sojourn.agent.bootstrap.event.ProcessorWaitEvent;
import dev.sojourn.agent.bootstrap.event.RemoteCallEvent;
import dev.sojourn.agent.bootstrap.event.RepeatedFailureSummaryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** Agent and analyzer share no code: what holds them together is docs/events.md and this test. */
class EventContractTest {
  private static final Pattern EVENT = Pattern.compile("^## `(sojourn\\.\\w+)`$");
  private static final Pattern FIELD = Pattern.compile("`(\\w+)`");
  private static final Set<String> OF_JFR =
      Set.of("startTime", "duration", "eventThread", "stackTrace");
  private static final List<Class<? extends jdk.jfr.Event>> WRITTEN =
      List.of(
          AgentStatusEvent.class,
          CollectionEvent.class,
          DirectMemorySummaryEvent.class,
          ExecutorSampleEvent.class,
          JobRunEvent.class,
          JobSummaryEvent.class,
          LockAcquireEvent.class,
          LockHoldEvent.class,
          LockSummaryEvent.class,
          MachineSampleEvent.class,
          ProcessorWaitEvent.class,
          RemoteCallEvent.class,
          RepeatedFailureSummaryEvent.class);

  @Test
  void agent_writesTheDocumentedFields() throws IOException {
    Map<String, List<String>> written = new TreeMap<>();
    for (Class<? extends jdk.jfr.Event> type : WRITTEN) {
      List<String> fields =
          EventType.getEventType(type).getFields().stream()
              .map(ValueDescriptor::getName)
              .filter(name -> !OF_JFR.contains(name))
              .sorted()
              .toList();
      written.put(EventType.getEventType(type).getName(), fields);
    }

    assertThat(written).isEqualTo(documented());
  }

  @Test
  void agent_labelsEveryField() {
    for (Class<? extends jdk.jfr.Event> type : WRITTEN) {
      assertThat(EventType.getEventType(type).getFields())
          .extracting(ValueDescriptor::getLabel)
          .doesNotContainNull();
      assertThat(EventType.getEventType(type).getCategoryNames()).containsExactly("Sojourn");
    }
  }

  @Test
  void analyzer_readsTheDocumentedFields() throws IOException {
    Map<String, List<String>> read =
        AgentEventKinds.ALL.stream()
            .collect(
                Collectors.toMap(
                    EventKind::name,
                    kind -> kind.fields().stream().sorted().toList(),
                    (one, other) -> one,
                    TreeMap::new));

    assertThat(read).isEqualTo(documented());
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> fields = new TreeMap<>();
    String event = "";
    for (String line : Files.readAllLines(Path.of("../docs/events.md"))) {
      event = EVENT.matcher(line).results().map(r -> r.group(1)).findFirst().orElse(event);
      if (line.startsWith("| `")) {
        String firstCell = line.substring(1, line.indexOf('|', 1));
        List<String> names =
            FIELD.matcher(firstCell).results().map((MatchResult r) -> r.group(1)).toList();
        fields.merge(event, names, EventContractTest::both);
      }
    }
    fields.replaceAll((name, unsorted) -> unsorted.stream().sorted().toList());
    return fields;
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
