package dev.sojourn.agent.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.Host;
import dev.sojourn.agent.HostEnd;
import dev.sojourn.agent.Jdk;
import dev.sojourn.agent.frameworks.host.TracedJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside OpenTelemetry's agent as it is published, whichever of the two comes first. */
final class OtherAgentIT {
  private static final String[] OTHER = {
    "-javaagent:" + Path.of("target/agents/opentelemetry-javaagent.jar").toAbsolutePath(),
    "-Dotel.traces.exporter=console",
    "-Dotel.metrics.exporter=none",
    "-Dotel.logs.exporter=none"
  };

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void ourAgentFirst(Jdk jdk) throws Exception {
    bothWork(Host.on(jdk, folder).jvm(OTHER));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theOtherFirst(Jdk jdk) throws Exception {
    bothWork(Host.on(jdk, folder).jvmBefore(OTHER));
  }

  private static void bothWork(Host host) throws Exception {
    HostEnd end = host.libraries("").run(TracedJobs.class);

    assertThat(end.exitCode()).as(() -> String.join("\n", end.errors())).isZero();
    assertThat(end.errors()).noneMatch(line -> line.contains("VerifyError"));
    assertThat(end.errors()).anyMatch(line -> line.contains("SpanExporter"));
    assertThat(end.lastStatus().getString("failures")).isNull();
    assertThat(own(end, "runs")).isEqualTo(end.ownCounts());
    assertThat(own(end, "waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(end.lastStatus().getInt("failed")).isZero();
  }

  private static Map<String, Long> own(HostEnd end, String field) throws IOException {
    Map<String, Long> sums = new TreeMap<>(end.jobs(field));
    sums.keySet().removeIf(job -> !job.startsWith(TracedJobs.class.getName()));
    return sums;
  }
}
