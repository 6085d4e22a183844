package dev.sojourn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExamplesTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter messages = new StringWriter();

  @TempDir private Path folder;

  @Test
  void unknownFault_isOneLineThatNamesIt() {
    assertThat(run("service", "--fault", "gremlin")).isEqualTo(2);
    assertThat(messages.toString()).hasLineCount(1).contains("--fault", "'gremlin'", "lock");
  }

  @Test
  void missingAgent_isOneLineThatNamesIt() {
    int exit = run("demo", "--agent", "/no/agent.jar", "--analyzer", "/no/sojourn.jar");

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString()).hasLineCount(1).contains("--agent", "/no/agent.jar");
  }

  @Test
  void unwritableFolder_isOneLineThatNamesIt() throws IOException {
    String jar = Files.createFile(folder.resolve("some.jar")).toString();

    int exit = run("demo", "--agent", jar, "--analyzer", jar, "--out", jar + "/below");

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString()).hasLineCount(1).contains("--out", "some.jar");
  }

  @Test
  void service_accountsForWhatTheLoadSent() {
    assertThat(run("service", "--seconds", "1")).isZero();
    assertThat(out.toString()).contains("PlaceOrder: ", " accepted", " done");
  }

  @Test
  void quartz_countsItsRuns() throws IOException {
    Path counts = folder.resolve("counts.txt");

    assertThat(run("quartz", "--seconds", "1", "--counts", counts.toString())).isZero();
    assertThat(Files.readString(counts)).isEqualTo(out.toString()).contains("ImportInvoices");
  }

  private int run(String... arguments) {
    CommandLine line = Examples.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(messages, true));
    return line.execute(arguments);
  }
}
