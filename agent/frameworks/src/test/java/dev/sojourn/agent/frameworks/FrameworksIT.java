package dev.sojourn.agent.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.Host;
import dev.sojourn.agent.HostEnd;
import dev.sojourn.agent.Jdk;
import dev.sojourn.agent.frameworks.host.BatchJobs;
import dev.sojourn.agent.frameworks.host.DbSchedulerJobs;
import dev.sojourn.agent.frameworks.host.JmsJobs;
import dev.sojourn.agent.frameworks.host.JobRunrJobs;
import dev.sojourn.agent.frameworks.host.KafkaJobs;
import dev.sojourn.agent.frameworks.host.LibraryExecutors;
import dev.sojourn.agent.frameworks.host.QuartzJobs;
import dev.sojourn.agent.frameworks.host.ServletJobs;
import dev.sojourn.agent.frameworks.host.SpringJobs;
import dev.sojourn.agent.frameworks.host.UndertowJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jobs of frameworks, run by the real libraries, on every JDK of this machine. */
final class FrameworksIT {
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void quartz(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, QuartzJobs.class);

    assertThat(runs(end, "Quartz")).hasSize(26).allMatch(run -> run.getLong("lateness") >= 0);
    assertThat(runs(end, "Import")).filteredOn(run -> run.getInt("attempt") == 2).hasSize(3);
    assertThat(runs(end, "Import")).allMatch(run -> name(run, "executor").endsWith("_Worker"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void springsMethods(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, SpringJobs.class);

    assertThat(runs(end, "sweep")).allMatch(run -> run.getLong("lateness") >= 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void executorsOfLibraries(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, LibraryExecutors.class);

    assertThat(own(end, "waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(runs(end, "springsExecutor"))
        .allMatch(run -> name(run, "executor").equals("spring"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void springBatch(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, BatchJobs.class);

    assertThat(end.jobs("nested")).containsEntry("host-import.fetch", 5L);
    assertThat(end.jobs("waitingRuns")).containsEntry("host-pooled", 1L);
    assertThat(runs(end, "host-broken"))
        .hasSize(6)
        .allMatch(run -> name(run, "failureClass").equals("java.lang.IllegalStateException"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jobRunr(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, JobRunrJobs.class);

    assertThat(own(end, "waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(runs(end, "remind")).allMatch(run -> run.getLong("lateness") >= 0);
    assertThat(runs(end, "collect")).extracting(run -> run.getInt("attempt")).contains(1, 2, 3);
    assertThat(runs(end, "send")).allMatch(run -> run.getLong("lateness") < 0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void dbScheduler(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, DbSchedulerJobs.class);

    assertThat(runs(end, "host-")).allMatch(run -> run.getLong("lateness") >= 0);
    assertThat(runs(end, "fragile")).extracting(run -> run.getInt("attempt")).contains(1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jmsListeners_ofActiveMq(Jdk jdk) throws Exception {
    listeners(run(jdk, JmsJobs.class, "classic"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jmsListeners_ofArtemis(Jdk jdk) throws Exception {
    listeners(run(jdk, JmsJobs.class, "artemis"));
  }

  private static void listeners(HostEnd end) throws IOException {
    assertThat(own(end, "waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(runs(end, "Orders")).filteredOn(run -> run.getInt("attempt") == 2).hasSize(1);
    assertThat(runs(end, "fragile")).filteredOn(run -> run.getInt("attempt") == 2).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void kafkaListeners(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, KafkaJobs.class);

    assertThat(own(end, "waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(runs(end, "fragile")).extracting(run -> run.getInt("attempt")).contains(1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void servlets_ofTomcat(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, ServletJobs.class, "tomcat");

    // Tomcat uses its tasks again, so one may be submitted before its last run is known to be over.
    assertThat(own(end, "waitingRuns")).containsOnlyKeys(end.ownCounts().keySet());
    assertThat(runs(end, "")).allMatch(run -> name(run, "executor").startsWith("http-nio"));
    assertThat(end.events("sojourn.ExecutorSample"))
        .filteredOn(sample -> name(sample, "executorClass").startsWith("org.apache.tomcat."))
        .anyMatch(sample -> sample.getInt("maximum") == 200);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void springsControllers_inTomcat(Jdk jdk) throws Exception {
    run(jdk, ServletJobs.class, "spring");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void servlets_ofJetty(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, ServletJobs.class, "jetty");

    // So does Jetty, and it may read from a new connection at once.
    assertThat(own(end, "waitingRuns")).containsKey(ServletJobs.class.getName() + "$Orders");
    assertThat(runs(end, "")).allMatch(run -> name(run, "executor").startsWith("qtp"));
    assertThat(end.events("sojourn.ExecutorSample"))
        .filteredOn(sample -> name(sample, "executorClass").startsWith("org.eclipse.jetty."))
        .anyMatch(sample -> sample.getInt("maximum") == 200);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void servletsBeforeJakarta_ofJetty(Jdk jdk) throws Exception {
    run(jdk, ServletJobs.class, "jetty-javax");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void handlersOfUndertow(Jdk jdk) throws Exception {
    HostEnd end = run(jdk, UndertowJobs.class);

    assertThat(own(end, "waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(runs(end, "Orders")).allMatch(run -> name(run, "executor").startsWith("XNIO"));
  }

  /** Runs a program that counts its jobs itself and prints whatever else is wrong. */
  private HostEnd run(Jdk jdk, Class<?> program, String... arguments) throws Exception {
    HostEnd end = Host.on(jdk, folder).libraries("").run(program, arguments);

    assertThat(end.errors()).noneMatch(line -> line.contains("VerifyError"));
    assertThat(end.exitCode()).as(() -> String.join("\n", end.errors())).isZero();
    assertThat(end.output()).allMatch(line -> line.contains("="));
    assertThat(own(end, "runs")).isEqualTo(end.ownCounts());
    assertThat(own(end, "failures")).isEqualTo(end.ownFailures());
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
    assertThat(end.lastStatus().getInt("failed")).isZero();
    return end;
  }

  /** Sums over the jobs of the program, without those of the framework's own tasks and zeros. */
  private static Map<String, Long> own(HostEnd end, String field) throws IOException {
    Map<String, Long> sums = new TreeMap<>(end.jobs(field));
    sums.entrySet().removeIf(job -> !isOwn(job.getKey()) || job.getValue() == 0);
    return sums;
  }

  private static boolean isOwn(String job) {
    return job.startsWith(FrameworksIT.class.getPackageName()) || job.startsWith("host-");
  }

  private static List<RecordedEvent> runs(HostEnd end, String job) throws IOException {
    return end.events("sojourn.JobRun").stream()
        .filter(run -> isOwn(run.getString("job")) && run.getString("job").contains(job))
        .toList();
  }

  private static String name(RecordedEvent run, String field) {
    return String.valueOf(run.getString(field));
  }
}
