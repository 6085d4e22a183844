package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sojourn.analyzer.recording.InstalledJdks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent would do is told without doing it. */
class PlanIT {
  @TempDir private Path folder;

  static Collection<Path> jdks() {
    return InstalledJdks.byFeature().values();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void planOfAJvm_weavesNothingAndLeavesNothing(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      CommandResult result =
          SojournJar.run(
              folder,
              "plan",
              host.target(),
              "--jobs",
              "**.Service$Order#*;java.lang.Thread#start;com.acme.Absent#run",
              "--locks",
              HostJvm.JOB);

      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err().lines())
          .hasSize(2)
          .anyMatch(line -> line.contains("com.acme.Absent#run"))
          .anyMatch(line -> line.contains("java.lang.Thread#start"));
      assertThat(result.out())
          .contains(
              HostJvm.JOB + ".run()\n",
              HostJvm.JOB + ".reserve  synchronized method\n",
              "java.lang.Thread  a class of the JDK");
      assertThat(host.property("sojourn.agent.answer")).isEqualTo("planned");
      assertThat(host.property("jdk.jfr.repository")).isNull();
      assertThat(host.agentLines()).isEmpty();
    }
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  @Test
  void planOfAFolder_isToldAsJsonToo() throws Exception {
    Path json = folder.resolve("plan.json");
    CommandResult result =
        SojournJar.run(
            folder,
            "plan",
            "target/test-classes/dev/sojourn/analyzer/command",
            "--jobs",
            HostJvm.JOB + "#run",
            "--json",
            json.toString());

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    JsonNode plan = new JsonMapper().readTree(Files.readString(json));
    assertThat(plan.path("schema").asText()).isEqualTo("sojourn-plan/1");
    assertThat(plan.path("entries"))
        .anyMatch(entry -> entry.path("what").asText().equals(HostJvm.JOB + ".run"));
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  @Test
  void whatIsNoJar_isToldInOneLine() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    CommandResult damaged = SojournJar.run(folder, "plan", text.toString());
    CommandResult missing = SojournJar.run(folder, "plan", folder + "/missing.jar");

    assertThat(damaged.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(damaged.err().lines()).singleElement().asString().contains("text.jar");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(missing.err().lines()).singleElement().asString().contains("missing.jar");
  }
}
