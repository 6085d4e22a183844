package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.agent.host.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes to a running JVM, and leaves nothing behind when it goes. */
final class AttachIT {
  private static final String TASK = Waiting.class.getName() + "$Task";
  private static final String DIRECT = Waiting.class.getName() + "$Direct";
  private static final int ROUNDS = 4;
  private static final int IDLE_WORKERS = 2;
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void comingAndGoing_leavesNothingBehind(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder).libraries("asm-").withoutAgent();
    Process process = host.start(Waiting.class);
    VirtualMachine machine = attach(host, process);
    Inspection inspection = new Inspection(folder, Waiting.class.getName());
    for (int round = 0; round < ROUNDS; round++) {
      Path recording = folder.resolve(round + ".jfr");
      load(machine, "out=" + recording + ",jobs=**.Waiting$Direct#handle");
      assertThat(inspection.callingProbes(machine)).isNotEmpty();
      work(host, process, round + 2);
      load(machine, "detach");

      assertThat(machine.getSystemProperties().get("sojourn.agent.answer")).isEqualTo("left");
      assertThat(inspection.callingProbes(machine)).isEmpty();
      HostEnd soFar = new HostEnd(0, List.of(), List.of(), recording);
      assertThat(soFar.jobs("runs")).containsEntry(DIRECT + ".handle", 10L);
      // A worker that waited for work when the agent came gets its next task unseen.
      assertThat(soFar.jobs("runs").get(TASK)).isBetween(10L - IDLE_WORKERS, 10L);
      assertThat(soFar.lastStatus().getLong("suppressed")).isZero();
    }
    machine.detach();
    process.getOutputStream().close();
    HostEnd end = host.end(process);

    assertThat(end.exitCode()).isZero();
    assertThat(end.output()).noneMatch(line -> line.startsWith("sojourn"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void monitorsThatNobodyWaitsFor_keepTheirBytecode(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder).libraries("asm-").withoutAgent();
    Process process = host.start(Waiting.class);
    VirtualMachine machine = attach(host, process);
    Inspection inspection = new Inspection(folder, Waiting.class.getName());
    Map<String, String> before = inspection.digests(machine);
    load(machine, "out=" + folder.resolve("monitors.jfr"));
    work(host, process, 2);
    Map<String, String> under = inspection.digests(machine);
    List<String> calling = inspection.callingProbes(machine);
    machine.detach();
    process.getOutputStream().close();
    host.end(process);

    assertThat(before).containsKey(DIRECT.replace('.', '/'));
    assertThat(under).isEqualTo(before);
    assertThat(calling).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void patternThatCannotBeRead_isToldWhoeverAttached(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder).withoutAgent();
    Process process = host.start(Waiting.class);
    VirtualMachine machine = attach(host, process);
    load(machine, "out=" + folder.resolve("broken.jfr") + ",jobs=broken##run");
    load(machine, "detach");
    String answer = machine.getSystemProperties().getProperty("sojourn.agent.answer");
    machine.detach();
    process.getOutputStream().close();
    host.end(process);

    assertThat(answer).startsWith("left; option jobs: cannot read the pattern 'broken##run'");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void comingTwice_isAnsweredPolitely(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder);
    Process process = host.start(Waiting.class);
    VirtualMachine machine = attach(host, process);
    load(machine, "out=" + folder.resolve("second.jfr"));
    String answer = machine.getSystemProperties().getProperty("sojourn.agent.answer");
    machine.detach();
    process.getOutputStream().close();
    HostEnd end = host.end(process);

    assertThat(answer).startsWith("refused: ").contains("already");
    assertThat(folder.resolve("second.jfr")).doesNotExist();
    assertThat(end.jobs("runs")).containsEntry(TASK, 10L);
  }

  private VirtualMachine attach(Host host, Process process) throws Exception {
    work(host, process, 1);
    return VirtualMachine.attach(Long.toString(process.pid()));
  }

  private static void load(VirtualMachine machine, String options) throws Exception {
    machine.loadAgent(Host.agent().toString(), options);
  }

  private static void work(Host host, Process process, int times)
      throws IOException, InterruptedException {
    OutputStream told = process.getOutputStream();
    told.write('\n');
    told.flush();
    while (process.isAlive() && host.output().size() < times) {
      Thread.sleep(10);
    }
    assertThat(host.output()).hasSize(times);
  }
}
