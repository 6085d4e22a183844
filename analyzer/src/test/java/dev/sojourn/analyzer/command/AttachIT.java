package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.analyzer.recording.InstalledJdks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent is sent into running JVMs, and comes out again. */
class AttachIT {
  @TempDir private Path folder;

  static Collection<Path> jdks() {
    return InstalledJdks.byFeature().values();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void eachVisit_recordsAndLeavesNothingBehind(Path jdk) throws Exception {
    Path recording = folder.resolve("slow.jfr");
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      for (int visit = 0; visit < 2; visit++) {
        CommandResult result =
            SojournJar.run(folder, "attach", HostJvm.MAIN, "-d", "2s", "-o", recording.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(result.out()).contains("Service$Order");
        assertThat(host.property("sojourn.agent.answer")).isEqualTo("left");
        assertThat(host.property("sojourn.agent.build")).isNull();
        assertThat(Files.size(recording)).isPositive();
        Files.delete(recording);
      }
      assertThat(host.agentLines()).hasSize(2).allMatch(line -> line.contains("recording to"));
    }
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void interruption_leavesAndReportsWhatThereIs(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      SojournJar attach =
          SojournJar.start(
              folder, "attach", host.target(), "-d", "1h", "-o", file("slow.jfr"), "--json", "-");
      host.awaitAgent();
      CommandResult result = attach.interrupt().result();

      assertThat(result.out()).contains("sojourn-report/1");
      assertThat(host.property("sojourn.agent.build")).isNull();
      assertThat(host.isAlive()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jvmThatEndsMeanwhile_isReportedUpToItsEnd(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      SojournJar attach =
          SojournJar.start(folder, "attach", host.target(), "-d", "1h", "-o", file("slow.jfr"));
      host.awaitRecorded("Service$Order");
      host.end();
      CommandResult result = attach.result();

      assertThat(result.err().lines()).singleElement().asString().contains("has ended by itself");
      assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
      assertThat(result.out()).contains("Service$Order");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void agentThatIsInsideAlready_recordsToOneMoreFileAndStays(Path jdk) throws Exception {
    Path own = folder.resolve("own.jfr");
    try (HostJvm host =
        HostJvm.start(jdk, folder, "-javaagent:" + SojournJar.AGENT + "=out=" + own)) {
      CommandResult result =
          SojournJar.run(folder, "attach", host.target(), "-d", "2s", "-o", file("more.jfr"));

      assertThat(result.err().lines())
          .singleElement()
          .asString()
          .contains("is in it already", "out=" + own, "and stays");
      assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
      assertThat(result.out()).contains("Service$Order");
      assertThat(host.property("sojourn.agent.recording")).isEqualTo(own.toString());
      CommandResult refused =
          SojournJar.run(folder, "attach", host.target(), "--jobs", "a.B#c", "-o", file("no.jfr"));
      assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(refused.err().lines()).singleElement().asString().contains("out=" + own);
      assertThat(folder.resolve("no.jfr")).doesNotExist();
      host.end();
    }
    assertThat(SojournJar.run(folder, "report", own.toString()).exitCode())
        .isEqualTo(ExitCode.FINE);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void agentOfAnotherBuild_isToldFromThisOne(Path jdk) throws Exception {
    Path other = otherBuild();
    try (HostJvm host =
        HostJvm.start(jdk, folder, "-javaagent:" + other + "=out=" + file("o.jfr"))) {
      CommandResult result =
          SojournJar.run(folder, "attach", host.target(), "-d", "1s", "-o", file("slow.jfr"));

      assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(result.err().lines())
          .singleElement()
          .asString()
          .contains("build 0.0.1 (another)", "this is another build");
      assertThat(folder.resolve("slow.jfr")).doesNotExist();
      assertThat(host.property("sojourn.agent.build")).isEqualTo("0.0.1 (another)");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void probesOfAnotherBuild_areNotMixedWithThisOnes(Path jdk) throws Exception {
    Path other = otherBuild();
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      VirtualMachine machine = VirtualMachine.attach(host.target());
      machine.loadAgent(other.toString(), "out=" + file("other.jfr"));
      machine.loadAgent(other.toString(), "detach");
      machine.detach();
      CommandResult result =
          SojournJar.run(folder, "attach", host.target(), "-d", "1s", "-o", file("slow.jfr"));

      assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(result.err().lines())
          .singleElement()
          .asString()
          .contains("holds the probes of another build of Sojourn, 0.0.1 (another)");
      assertThat(folder.resolve("slow.jfr")).doesNotExist();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void patternThatMatchesNothing_isToldAtTheEnd(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder)) {
      CommandResult result =
          SojournJar.run(
              folder,
              "attach",
              host.target(),
              "-d",
              "1s",
              "-o",
              file("slow.jfr"),
              "--jobs",
              "com.acme.Absent#run");

      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err().lines()).singleElement().asString().contains("com.acme.Absent#run");
      assertThat(result.out()).contains("Service$Order");
      assertThat(host.property("sojourn.agent.build")).isNull();
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** The agent's jar with another mark of its build. */
  private Path otherBuild() throws IOException {
    Path jar = folder.resolve("other-agent.jar");
    try (InputStream in = Files.newInputStream(SojournJar.AGENT);
        ZipInputStream from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("sojourn/boot/build")) {
          to.write("0.0.1 (another)".getBytes(StandardCharsets.UTF_8));
        } else {
          from.transferTo(to);
        }
        to.closeEntry();
      }
    }
    return jar;
  }
}
