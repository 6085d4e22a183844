package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sojourn.analyzer.recording.InstalledJdks;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A running JVM's jobs are shown while they run. */
class WatchIT {
  @TempDir private Path folder;

  static Collection<Path> jdks() {
    return InstalledJdks.byFeature().values();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tables_showTheJobsUntilTheWatchIsInterrupted(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      SojournJar watch = SojournJar.start(folder, "watch", host.target(), "--interval", "1s");
      awaitLine(watch, host, "Service$Order");
      CommandResult result = watch.interrupt().result();

      assertThat(result.err()).isEmpty();
      assertThat(result.out()).contains("runs/s", host.target() + " " + HostJvm.MAIN);
      assertThat(result.out()).doesNotContain("\033");
      assertThat(host.property("sojourn.agent.answer")).isEqualTo("left");
      assertThat(host.property("sojourn.agent.build")).isNull();
    }
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void agentThatIsInsideAlready_isWatchedAndStays(Path jdk) throws Exception {
    String own = folder.resolve("own.jfr").toString();
    try (HostJvm host =
        HostJvm.start(jdk, folder, "-javaagent:" + SojournJar.AGENT + "=out=" + own)) {
      SojournJar watch =
          SojournJar.start(folder, "watch", host.target(), "--interval", "1s", "--json");
      awaitLine(watch, host, "Service$Order");
      watch.interrupt().result();

      assertThat(host.property("sojourn.agent.recording")).isEqualTo(own);
      List<String> lines = watch.lines();
      JsonNode last = new JsonMapper().readTree(lines.get(lines.size() - 1));
      assertThat(last.path("schema").asText()).isEqualTo("sojourn-watch/1");
      assertThat(last.path("seconds").asInt()).isEqualTo(1);
      assertThat(last.path("jobs").get(0).path("runs").asLong()).isPositive();
      assertThat(last.path("jobs").get(0).path("serviceMillis").path("p99").isNumber()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void watch_endsWithTheJvm(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      SojournJar watch = SojournJar.start(folder, "watch", host.target(), "--interval", "1s");
      awaitLine(watch, host, "Service$Order");
      host.end();
      CommandResult result = watch.result();

      assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
      assertThat(result.err().lines()).singleElement().asString().contains("has ended");
    }
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  private static void awaitLine(SojournJar watch, HostJvm host, String part) throws Exception {
    while (host.isAlive() && watch.isAlive() && !String.join("\n", watch.lines()).contains(part)) {
      Thread.sleep(50);
    }
    assertThat(String.join("\n", watch.lines())).contains(part);
  }
}
