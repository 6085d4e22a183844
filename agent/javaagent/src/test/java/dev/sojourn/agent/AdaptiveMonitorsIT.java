package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.agent.host.Contending;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Monitors that are found contended are followed, those of other classes are not. */
final class AdaptiveMonitorsIT {
  private static final String HOST = Contending.class.getName();
  private static final String INTERNAL = HOST.replace('.', '/');
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @TempDir private Path folder;

  static Stream<Arguments> threads() {
    return Jdk.all().stream()
        .flatMap(
            jdk ->
                jdk.feature() < FIRST_WITH_VIRTUAL_THREADS
                    ? Stream.of(Arguments.of(jdk, "platform"))
                    : Stream.of(Arguments.of(jdk, "platform"), Arguments.of(jdk, "virtual")));
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("threads")
  void contendedMonitors_areFollowedAndOthersAreNot(Jdk jdk, String kind) throws Exception {
    Host host = Host.on(jdk, folder).libraries("asm-");
    Process process = host.start(Contending.class, kind);
    awaitReady(host, process);
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    Inspection inspection = new Inspection(folder, HOST);
    awaitFollowed(process, machine, inspection);
    assertThat(inspection.callingProbes(machine))
        .filteredOn(name -> name.startsWith(INTERNAL))
        .containsExactly(INTERNAL);
    awaitRounds(host, process);
    machine.detach();
    process.getOutputStream().close();
    HostEnd end = host.end(process);

    assertThat(end.output()).last().isEqualTo("nothing was lost");
    RecordedEvent status = end.lastStatus();
    assertThat(status.getString("monitors")).isEqualTo(HOST + ": followed");
    assertThat(status.getString("classes")).contains(HOST).doesNotContain(HOST + "$");
    assertThat(status.getLong("suppressed")).isZero();
    assertThat(status.getInt("failed")).isZero();
    assertThat(end.events("sojourn.LockAcquire"))
        .filteredOn(wait -> "monitor".equals(wait.getString("mode")))
        .extracting(wait -> wait.getString("name"))
        .contains(HOST + "#stock", HOST);
    assertThat(end.events("sojourn.LockHold"))
        .filteredOn(hold -> "monitor".equals(hold.getString("mode")))
        .extracting(hold -> hold.getString("name"))
        .contains(HOST + "#stock", HOST);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void followedMonitors_areLetGoWhenTheAgentLeaves(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder).libraries("asm-").withoutAgent();
    Process process = host.start(Contending.class, "platform");
    awaitReady(host, process);
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    Inspection inspection = new Inspection(folder, HOST);
    machine.loadAgent(Host.agent().toString(), "out=" + folder.resolve("host.jfr"));
    awaitFollowed(process, machine, inspection);
    machine.loadAgent(Host.agent().toString(), "detach");
    assertThat(inspection.callingProbes(machine)).isEmpty();
    machine.detach();
    process.getOutputStream().close();
    HostEnd end = host.end(process);

    assertThat(end.output()).last().isEqualTo("nothing was lost");
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  private static void awaitReady(Host host, Process process) throws Exception {
    while (process.isAlive() && !host.output().contains("ready")) {
      Thread.sleep(20);
    }
  }

  private static void awaitFollowed(Process process, VirtualMachine machine, Inspection inspection)
      throws Exception {
    while (process.isAlive() && !inspection.callingProbes(machine).contains(INTERNAL)) {
      Thread.sleep(100);
    }
  }

  /** Until each thread has gone through all monitors many times more. */
  private static void awaitRounds(Host host, Process process) throws Exception {
    int before = host.output().size();
    while (process.isAlive() && host.output().size() < before + 3) {
      Thread.sleep(20);
    }
  }
}
