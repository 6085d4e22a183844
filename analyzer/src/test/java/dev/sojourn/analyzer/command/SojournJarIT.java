package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.RecordedJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a JVM of its own. */
class SojournJarIT {
  @TempDir private Path folder;

  @Test
  void report_runsFromTheJarAlone() throws Exception {
    Path recording = RecordedJobs.write(folder, 2);

    CommandResult result = run("report", recording.toString(), "--json", "-");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(result.out()).contains("sojourn-report/1", "com.acme.Orders");
  }

  @Test
  void exitCode_reachesTheShell() throws Exception {
    CommandResult missing = run("report", folder.resolve("none.jfr").toString());
    CommandResult misuse = run("report", "--bogus");

    assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(misuse.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(misuse.err().lines()).hasSize(1);
  }

  @Test
  void agent_isUnpackedAsItWasBuilt() throws Exception {
    Path copy = folder.resolve("agent.jar");

    CommandResult result = run("agent", "-o", copy.toString());

    assertThat(result.out().strip()).isEqualTo(copy.toString());
    assertThat(copy).hasSameBinaryContentAs(SojournJar.AGENT);
  }

  @Test
  void options_areTheAgents() throws Exception {
    CommandResult result = run("options");

    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(result.out()).contains("out", "jobs", "budget", "maxsize");
  }

  @Test
  void jar_namesItsMainClassAndVersion() throws IOException {
    try (JarFile jar = new JarFile(SojournJar.FILE.toFile())) {
      assertThat(jar.getManifest().getMainAttributes())
          .containsValue("dev.sojourn.analyzer.command.Main");
      assertThat(jar.stream().map(Object::toString)).noneMatch(name -> name.endsWith(".SF"));
    }
  }

  /** Twenty times slower, so that no busy machine hides it. */
  @Test
  void compare_runsBothCommands_andStopsAtTheRegression() throws Exception {
    Path kept = folder.resolve("kept");
    Path json = folder.resolve("diff.json");

    List<String> args = new ArrayList<>(List.of("compare", "-n", "5", "--keep", kept.toString()));
    args.addAll(List.of("--json", json.toString(), "--"));
    args.addAll(program("3"));
    args.add("--against");
    args.addAll(program("60"));
    CommandResult result = run(args.toArray(String[]::new));

    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.BREACHED);
    assertThat(result.err()).contains("round 3 of 5");
    assertThat(json).content().contains("\"answer\" : \"regressed\"", "ComparedProgram");
    assertThat(kept.resolve("baseline-3")).isDirectory();
    assertThat(kept.resolve("candidate-3")).isDirectory();
  }

  @Test
  void compare_endsARunThatTakesTooLong() throws Exception {
    String millis = String.valueOf(3_600_000 + ProcessHandle.current().pid());
    List<String> args = new ArrayList<>(List.of("compare", "--timeout", "1s"));
    args.addAll(List.of("--keep", folder.resolve("late").toString(), "--"));
    args.addAll(program(millis));
    args.add("--against");
    args.addAll(program(millis));
    CommandResult result = run(args.toArray(String[]::new));

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err()).contains("did not end within 1 s (--timeout)");
    assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().arguments().stream()))
        .noneMatch(words -> List.of(words).contains(millis));
  }

  private static List<String> program(String millis) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = Path.of("target/test-classes").toAbsolutePath().toString();
    return List.of(java, "-cp", classes, ComparedProgram.class.getName(), millis);
  }

  private CommandResult run(String... args) throws IOException, InterruptedException {
    return SojournJar.run(folder, args);
  }
}
