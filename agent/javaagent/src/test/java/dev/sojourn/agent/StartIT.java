package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.agent.host.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong at the start, the host runs, and one line says what. */
final class StartIT {
  private static final int FIRST_WITHOUT_SECURITY_MANAGERS = 24;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wrongOptions_areToldOneLineEach(Jdk jdk) throws Exception {
    HostEnd end =
        Host.on(jdk, folder)
            .with("budget=many,colour=red,maxage=long,maxsize=7,jobs=a#b#c,settings=none,alone")
            .run(Ending.class, "normally");

    assertThat(end.exitCode()).isZero();
    assertThat(end.output()).containsExactly("ready");
    assertThat(end.errors()).hasSize(8).allMatch(line -> line.startsWith("sojourn: "));
    assertThat(end.errors())
        .anyMatch(line -> line.contains("budget") && line.contains("'many'"))
        .anyMatch(line -> line.contains("'colour'") && line.contains("'red'"))
        .anyMatch(line -> line.contains("maxage") && line.contains("'long'"))
        .anyMatch(line -> line.contains("maxsize") && line.contains("'7'"))
        .anyMatch(line -> line.contains("jobs") && line.contains("'a#b#c'"))
        .anyMatch(line -> line.contains("settings") && line.contains("'none'"))
        .anyMatch(line -> line.contains("'alone'"));
    assertThat(end.events("sojourn.JobSummary")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void patternsThatMatchNothing_areToldOnce(Jdk jdk) throws Exception {
    HostEnd end =
        Host.on(jdk, folder)
            .with("jobs=com.acme.Absent#run;dev.sojourn.agent.host.*#main,locks=com.acme.Missing")
            .run(Ending.class, "normally");

    assertThat(end.exitCode()).isZero();
    assertThat(end.errors())
        .filteredOn(line -> line.contains("matched"))
        .containsExactly(
            "sojourn: option jobs: no method matched 'com.acme.Absent#run' so far",
            "sojourn: option locks: no class with a monitor matched 'com.acme.Missing' so far");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runtimeWithoutAModuleThatIsNeeded_runsWithoutTheAgent(Jdk jdk) throws Exception {
    for (String given : List.of("java.instrument", "java.instrument,jdk.jfr")) {
      HostEnd end =
          Host.on(jdk, folder).jvm("--limit-modules", given).run(Ending.class, "normally");

      assertThat(end.exitCode()).isZero();
      assertThat(end.output()).containsExactly("ready");
      assertThat(end.errors())
          .singleElement()
          .asString()
          .matches("sojourn: this JVM has no module jdk\\.\\w+; it runs without the agent");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void securityManagerThatForbidsTheAgent_costsOneLine(Jdk jdk) throws Exception {
    assumeTrue(jdk.feature() < FIRST_WITHOUT_SECURITY_MANAGERS, "without security managers");
    Path policy = folder.resolve("policy");
    Files.writeString(
        policy, "grant { permission java.lang.RuntimePermission \"modifyThread\"; };");
    HostEnd end =
        Host.on(jdk, folder)
            .jvm("-Djava.security.manager", "-Djava.security.policy=" + policy)
            .run(Ending.class, "normally");

    assertThat(end.exitCode()).isZero();
    assertThat(end.output()).containsExactly("ready");
    assertThat(end.errors())
        .filteredOn(line -> line.startsWith("sojourn: "))
        .singleElement()
        .asString()
        .contains("the program runs without it", "access denied");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void folderThatIsMissing_isToldAndTheTemporaryOneTaken(Jdk jdk) throws Exception {
    Path missing = folder.resolve("missing").resolve("host.jfr");
    HostEnd end = Host.on(jdk, folder).recordingTo(missing).run(Ending.class, "exit");

    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.errors())
        .hasSize(2)
        .anyMatch(line -> line.contains("out") && line.contains(missing.toString()))
        .anyMatch(line -> line.contains("recording to " + folder.resolve("sojourn-")));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".jfr")))
          .singleElement()
          .satisfies(file -> assertThat(file).isNotEmptyFile());
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void secondAgent_isTurnedAway(Jdk jdk) throws Exception {
    Path other = folder.resolve("other.jfr");
    HostEnd end =
        Host.on(jdk, folder)
            .jvm("-javaagent:" + Host.agent() + "=out=" + other)
            .run(Ending.class, "normally");

    assertThat(end.exitCode()).isZero();
    assertThat(end.errors()).anyMatch(line -> line.contains("already"));
    assertThat(end.jobs("runs")).containsValue(10L);
    assertThat(other).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jvmWithoutJfr_runsWithoutTheAgent(Jdk jdk) throws Exception {
    HostEnd end =
        Host.on(jdk, folder)
            .jvm("--limit-modules", "java.base,java.instrument")
            .run(Ending.class, "exit");

    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.output()).containsExactly("ready");
    assertThat(end.errors()).singleElement().asString().contains("jdk.jfr");
    assertThat(Files.exists(end.recording())).isFalse();
  }
}
