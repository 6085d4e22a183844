package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.host.Flood;
import dev.sojourn.agent.host.ShortMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short runs by the ten thousand: not all are timed, all are counted. */
final class SamplingIT {
  private static final String JOB = Flood.class.getName() + ".batch";
  private static final String FAILING = Flood.class.getName() + "$Failing";
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runsThatAreNotTimed_areCountedAndRepresented(Jdk jdk) throws Exception {
    HostEnd end = flood(Host.on(jdk, folder), () -> batches() >= 40);

    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("timedRuns").get(JOB)).isBetween(1L, end.ownCounts().get(JOB));
    assertThat(end.jobs("failures"))
        .containsEntry(JOB, 0L)
        .containsEntry(FAILING, end.ownCounts().get(FAILING));
    assertThat(sum(end.weights()))
        .isEqualTo(sum(end.ownCounts()) - end.lastStatus().getLong("dropped"));
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
    assertThat(end.events("jdk.ThreadSleep"))
        .extracting(SamplingIT::sleeper)
        .doesNotContain("sojourn-ticks", "sojourn-monitors");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void shortMethods_areCountedWhereverTheyRun(Jdk jdk) throws Exception {
    HostEnd end = runUntil(ShortMethods.class, methods(jdk, ""), () -> batches() >= 40);

    String methods = ShortMethods.class.getName();
    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("failures")).containsAllEntriesOf(end.ownFailures());
    assertThat(end.jobs("nested"))
        .containsEntry(methods + ".inner", end.ownCounts().get(methods + ".inner"))
        .containsEntry(methods + ".outer", 0L)
        .containsEntry(methods + ".deep", 0L);
    assertThat(sum(end.weights()))
        .isEqualTo(sum(end.ownCounts()) - end.lastStatus().getLong("dropped"));
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void shortMethodsThatAreAllTimed_areAllInTheHistograms(Jdk jdk) throws Exception {
    Host host = methods(jdk, ",stride=1,cost=100");
    HostEnd end = runUntil(ShortMethods.class, host, () -> batches() >= 40);

    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("timedRuns")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("failures")).containsAllEntriesOf(end.ownFailures());
    assertThat(sum(end.weights()))
        .isEqualTo(sum(end.ownCounts()) - end.lastStatus().getLong("dropped"));
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  private Host methods(Jdk jdk, String more) {
    String type = ShortMethods.class.getName();
    String patterns = type + "#outer;" + type + "#inner;" + type + "#deep;" + type + "#failing";
    return Host.on(jdk, folder).with("jobs=" + patterns + more);
  }

  private static String sleeper(RecordedEvent sleep) {
    RecordedThread thread = sleep.getThread("eventThread");
    return thread == null ? "unknown" : thread.getJavaName();
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(n -> n).sum();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void strideOfOne_timesEveryRun(Jdk jdk) throws Exception {
    HostEnd end = flood(Host.on(jdk, folder).with("stride=1,cost=100"), () -> batches() >= 40);

    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("timedRuns")).isEqualTo(end.ownCounts());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void pastItsCostBudget_theAgentBacksOffAndStillCountsAll(Jdk jdk) throws Exception {
    HostEnd end =
        flood(Host.on(jdk, folder).with("cost=0.0001"), () -> says("only counts from now on"));

    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("failures")).containsEntry(FAILING, end.ownCounts().get(FAILING));
    assertThat(end.lastStatus().getString("mode")).isEqualTo("aggregating");
    assertThat(end.lastStatus().getDouble("costBudget")).isEqualTo(0.000001);
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  private HostEnd flood(Host host, BooleanSupplier enough) throws Exception {
    return runUntil(Flood.class, host, enough);
  }

  private static HostEnd runUntil(Class<?> main, Host host, BooleanSupplier enough)
      throws Exception {
    Process process = host.start(main);
    while (process.isAlive() && !enough.getAsBoolean()) {
      Thread.sleep(20);
    }
    process.getOutputStream().write('\n');
    process.getOutputStream().close();
    return host.end(process);
  }

  private long batches() {
    return lines("out").stream().filter("batch"::equals).count();
  }

  private boolean says(String text) {
    return lines("err").stream().anyMatch(line -> line.contains(text));
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException notYet) {
      return List.of();
    }
  }
}
