package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.analyzer.recording.InstalledJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JVMs that cannot be attached to, or not plainly. */
class RefusalIT {
  private static final int FIRST_THAT_MAY_FORBID_AGENTS = 21;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
  private static final List<String> IN_CONTAINER =
      List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child");

  @TempDir private Path folder;

  static Collection<Path> jdks() {
    return InstalledJdks.byFeature().values();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jvmThatForbidsAttaching_isToldInOneLine(Path jdk) throws Exception {
    try (HostJvm host = HostJvm.start(jdk, folder, "-XX:+DisableAttachMechanism")) {
      assertRefused(attach(host.target()), "forbids attaching");
      assertThat(host.isAlive()).isTrue();
    }
  }

  @Test
  void jvmThatLoadsNoAgents_isToldInOneLine() throws Exception {
    List<Path> jdks =
        InstalledJdks.byFeature().entrySet().stream()
            .filter(jdk -> jdk.getKey() >= FIRST_THAT_MAY_FORBID_AGENTS)
            .map(jdk -> jdk.getValue())
            .toList();
    assumeTrue(!jdks.isEmpty(), "no JDK that has the option");
    try (HostJvm host = HostJvm.start(jdks.get(0), folder, "-XX:-EnableDynamicAgentLoading")) {
      assertRefused(attach(host.target()), "Dynamic agent loading is not enabled");
    }
  }

  @Test
  void processThatIsNoJvm_isToldAndNotHarmed() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/maps")), "the system does not tell");
    Process sleep = new ProcessBuilder("sleep", "100").start();
    try {
      assertRefused(attach(Long.toString(sleep.pid())), "is no JVM, it runs");
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void severalJvmsOfOneName_areToldApartByTheirPids() throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    try (HostJvm one = HostJvm.start(jdk, folder);
        HostJvm other = HostJvm.start(jdk, folder)) {
      CommandResult result = attach("Service");

      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err().lines())
          .singleElement()
          .asString()
          .contains("several JVMs run 'Service'", one.target(), other.target());
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jvmOfAnotherUser_isToldInOneLine(Path jdk) throws Exception {
    assumeCan(AS_NOBODY);
    try (HostJvm host = HostJvm.start(jdk, folder);
        OpenFolder open = new OpenFolder()) {
      Path jar = Files.copy(SojournJar.FILE, open.path().resolve("sojourn.jar"));
      Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
      CommandResult result =
          SojournJar.start(AS_NOBODY, open.path(), jar, "attach", host.target(), "-d", "1s")
              .result();

      assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(result.err().lines()).singleElement().asString().contains("belongs to");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void root_attachesToJvmsOfOtherUsers(Path jdk) throws Exception {
    assumeCan(AS_NOBODY);
    try (OpenFolder open = new OpenFolder();
        HostJvm host = HostJvm.start(AS_NOBODY, jdk, open.path())) {
      assertRecorded(attach(host.target()));
    }
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jvmInAContainer_isRecordedThroughItsOwnFolders(Path jdk) throws Exception {
    List<String> before = inContainerWithOwnTemporaryFolder();
    assumeCan(IN_CONTAINER);
    try (HostJvm host = HostJvm.start(before, jdk, folder, "-XX:-UsePerfData")) {
      String pid = Long.toString(javaBelow(host.pid()));

      assertRecorded(attach(pid));
    }
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  /** A mount of its own hides the folder in which commands keep their temporary files. */
  private List<String> inContainerWithOwnTemporaryFolder() throws IOException {
    Path temporary = Files.createDirectories(SojournJar.temporary(folder));
    List<String> command = new ArrayList<>(IN_CONTAINER);
    command.addAll(
        List.of("sh", "-c", "mount -t tmpfs none " + temporary + " && exec \"$@\"", "sh"));
    return command;
  }

  private static long javaBelow(long pid) throws InterruptedException {
    for (int attempt = 0; attempt < 1000; attempt++) {
      var java =
          ProcessHandle.of(pid).stream()
              .flatMap(ProcessHandle::descendants)
              .filter(child -> child.info().command().orElse("").endsWith("/java"))
              .findFirst();
      if (java.isPresent()) {
        return java.get().pid();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no java below " + pid);
  }

  private CommandResult attach(String target) throws Exception {
    String recording = folder.resolve("slow.jfr").toString();
    return SojournJar.run(folder, "attach", target, "-d", "1s", "-o", recording);
  }

  private void assertRefused(CommandResult result, String reason) {
    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains(reason);
    assertThat(folder.resolve("slow.jfr")).doesNotExist();
    assertThat(SojournJar.temporary(folder)).isEmptyDirectory();
  }

  private void assertRecorded(CommandResult result) throws IOException {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(result.out()).contains("Service$Order");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("slow.jfr"))))
        .isEqualTo("rw-------");
  }

  private static void assumeCan(List<String> command) throws InterruptedException {
    List<String> tried = new ArrayList<>(command);
    tried.add("true");
    boolean can;
    try {
      Process process = new ProcessBuilder(tried).start();
      can = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      can = false;
    }
    assumeTrue(can, "this user cannot run " + command);
  }

  /** A folder that every user may write to. */
  private record OpenFolder(Path path) implements AutoCloseable {
    OpenFolder() throws IOException {
      this(Files.createTempDirectory("open"));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
