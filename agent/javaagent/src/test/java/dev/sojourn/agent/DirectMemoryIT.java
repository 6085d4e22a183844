package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.host.Buffers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who keeps memory outside the heap, on every JDK of this machine. */
final class DirectMemoryIT {
  private static final String HOST = Buffers.class.getName();
  private static final double MEBIBYTE = 0x1p20;
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void buffersThatAreKept_areToldByPlaceAndJobUntilTheyAreFreed(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Buffers.class);

    assertThat(end.output()).containsExactly("collected", "20");
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
    List<RecordedEvent> events = end.events("sojourn.DirectMemorySummary");
    Map<String, RecordedEvent> last = lastByJob(events);
    assertThat(last).containsKeys(HOST + "$Keep", HOST + "$Drop", HOST + "$Free");
    RecordedEvent kept = last.get(HOST + "$Keep");
    assertThat(kept.getString("method")).isEqualTo(HOST + "$Keep.call");
    assertThat(kept.getInt("line")).isPositive();
    assertThat((double) kept.getLong("held"))
        .isCloseTo(20 * MEBIBYTE, Percentage.withPercentage(0.1));
    assertThat(kept.getLong("buffers")).isEqualTo(20);
    assertThat(last.get(HOST + "$Drop").getLong("held")).isZero();
    assertThat(last.get(HOST + "$Free").getLong("held")).isZero();
    assertThat(allocated(events, HOST + "$Drop"))
        .isCloseTo(10 * MEBIBYTE, Percentage.withPercentage(0.1));
    assertThat(allocated(events, HOST + "$Free"))
        .isCloseTo(10 * MEBIBYTE, Percentage.withPercentage(0.1));
  }

  private static Map<String, RecordedEvent> lastByJob(List<RecordedEvent> events) {
    Map<String, RecordedEvent> last = new TreeMap<>();
    for (RecordedEvent event : events) {
      last.merge(
          String.valueOf(event.getString("job")),
          event,
          (one, other) -> one.getStartTime().isAfter(other.getStartTime()) ? one : other);
    }
    return last;
  }

  private static double allocated(List<RecordedEvent> events, String job) {
    return events.stream()
        .filter(event -> job.equals(event.getString("job")))
        .mapToLong(event -> event.getLong("allocated"))
        .sum();
  }
}
