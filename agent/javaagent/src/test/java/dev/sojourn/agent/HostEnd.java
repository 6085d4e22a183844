package dev.sojourn.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * How a host ended, and what it left.
 *
 * @param exitCode its exit code
 * @param output its lines on stdout
 * @param errors its lines on stderr
 * @param recording the agent's recording
 */
public record HostEnd(int exitCode, List<String> output, List<String> errors, Path recording) {
  private static final String FAILED = "failed ";

  public List<RecordedEvent> events(String type) throws IOException {
    return RecordingFile.readAllEvents(recording).stream()
        .filter(event -> event.getEventType().getName().equals(type))
        .toList();
  }

  /** A number of all seconds' summaries, added up for each job. */
  public Map<String, Long> jobs(String field) throws IOException {
    return sums(events("sojourn.JobSummary"), event -> event.getLong(field));
  }

  /** The weights of the run events, added up for each job. */
  public Map<String, Long> weights() throws IOException {
    return sums(events("sojourn.JobRun"), event -> event.getLong("weight"));
  }

  private static Map<String, Long> sums(
      List<RecordedEvent> events, ToLongFunction<RecordedEvent> value) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.getString("job"), TreeMap::new, Collectors.summingLong(value)));
  }

  /** The youngest status: a file has its events in the order in which threads handed them over. */
  public RecordedEvent lastStatus() throws IOException {
    return events("sojourn.AgentStatus").stream()
        .max(Comparator.comparing(RecordedEvent::getStartTime))
        .orElseThrow();
  }

  /** The host's own counts, printed as {@code job=count}. */
  public Map<String, Long> ownCounts() {
    return printed(line -> !line.startsWith(FAILED), 0);
  }

  /** The host's own counts of failures, printed as {@code failed job=count}. */
  public Map<String, Long> ownFailures() {
    return printed(line -> line.startsWith(FAILED), FAILED.length());
  }

  private Map<String, Long> printed(Predicate<String> wanted, int prefix) {
    return output.stream()
        .filter(line -> line.contains("="))
        .filter(wanted)
        .collect(
            Collectors.toMap(
                line -> line.substring(prefix, line.lastIndexOf('=')),
                line -> Long.parseLong(line.substring(line.lastIndexOf('=') + 1)),
                Long::sum,
                TreeMap::new));
  }
}
