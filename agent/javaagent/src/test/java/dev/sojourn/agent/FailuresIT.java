package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.host.Refused;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fails again and again within a run, on every JDK of this machine. */
final class FailuresIT {
  private static final String HOST = Refused.class.getName();
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatIsTriedAgainAtOnce_isToldByJobAndPlace(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Refused.class);

    assertThat(end.lastStatus().getLong("suppressed")).isZero();
    List<RecordedEvent> events =
        end.events("sojourn.RepeatedFailureSummary").stream()
            .filter(event -> event.getString("failureClass").startsWith(HOST))
            .toList();
    assertThat(events)
        .isNotEmpty()
        .allMatch(event -> event.getString("job").equals(HOST + "$Insist"))
        .allMatch(event -> event.getString("failureClass").equals(HOST + "$Busy"))
        .allMatch(event -> event.getString("method").equals(HOST + ".ask"));
    assertThat(events.stream().mapToLong(event -> event.getLong("repeated")).sum())
        .isEqualTo(5 * 39);
  }
}
