package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.agent.host.Visited;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent comes and goes many times, and heap, threads and open files do not grow by it. {@code
 * -Dsojourn.rounds=50} asks for more rounds than the build takes time for.
 */
final class VisitsIT {
  private static final int ROUNDS = Integer.getInteger("sojourn.rounds", 6);
  // what is loaded once, such as JFR's and reflection's own classes
  private static final int WARM_UP = 2;
  private static final long HEAP_PER_ROUND = 100_000;

  /**
   * The JVM keeps the room of classes that were redefined for later ones, and needs some thirty
   * rounds until that is enough; so this bound holds however many rounds there are.
   */
  private static final long METASPACE_BYTES = 2_500_000;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void manyVisits_leaveNothingThatGrows(Jdk jdk) throws Exception {
    // soft references would keep for a while what nothing needs any more
    Host host =
        Host.on(jdk, folder)
            .jvm("-XX:SoftRefLRUPolicyMSPerMB=0", "-Xmx128m")
            .libraries("asm-")
            .withoutAgent();
    Process process = host.start(Visited.class);
    tell(host, process, "w", 1);
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    Inspection inspection = new Inspection(folder, Visited.class.getName());
    Map<String, Long> warm = Map.of();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      visit(host, process, machine);
      if (round == WARM_UP - 1) {
        warm = footprint(host, process);
      }
    }
    Map<String, Long> last = footprint(host, process);
    // looking into all classes costs metaspace itself, so it comes after the last footprint
    assertThat(inspection.callingProbes(machine)).isEmpty();
    machine.detach();
    process.getOutputStream().close();
    HostEnd end = host.end(process);

    System.out.printf("%s, %d rounds: from %s to %s%n", jdk, ROUNDS, warm, last);
    assertThat(end.output()).last().asString().startsWith("counter=");
    assertThat(last.get("threads")).isLessThanOrEqualTo(warm.get("threads"));
    assertThat(last.get("files")).isLessThanOrEqualTo(warm.get("files") + 1);
    assertGrowth(warm, last, "heap", HEAP_PER_ROUND * ROUNDS);
    assertGrowth(warm, last, "metaspace", METASPACE_BYTES);
  }

  private void visit(Host host, Process process, VirtualMachine machine) throws Exception {
    String monitors = ",locks=" + Visited.class.getName();
    machine.loadAgent(Host.agent().toString(), "out=" + folder.resolve("visit.jfr") + monitors);
    tell(host, process, "w", host.output().size() + 1);
    machine.loadAgent(Host.agent().toString(), "detach");
    assertThat(machine.getSystemProperties().get("sojourn.agent.answer")).isEqualTo("left");
  }

  private static void assertGrowth(
      Map<String, Long> from, Map<String, Long> to, String what, long most) {
    assertThat(to.get(what) - from.get(what))
        .as("growth of %s, from %s to %s", what, from, to)
        .isLessThanOrEqualTo(most);
  }

  private static Map<String, Long> footprint(Host host, Process process) throws Exception {
    tell(host, process, "f", host.output().size() + 1);
    List<String> lines = host.output();
    return Arrays.stream(lines.get(lines.size() - 1).split(" "))
        .skip(1)
        .map(figure -> figure.split("="))
        .collect(Collectors.toMap(parts -> parts[0], parts -> Long.parseLong(parts[1])));
  }

  private static void tell(Host host, Process process, String what, int lines)
      throws IOException, InterruptedException {
    OutputStream told = process.getOutputStream();
    told.write(what.getBytes(StandardCharsets.US_ASCII));
    told.flush();
    while (process.isAlive() && host.output().size() < lines) {
      Thread.sleep(10);
    }
    assertThat(host.output()).hasSize(lines);
  }
}
