package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sojourn.agent.host.Busy;
import dev.sojourn.agent.host.Contract;
import dev.sojourn.agent.host.EveryExecutor;
import dev.sojourn.agent.host.Forgotten;
import dev.sojourn.agent.host.Initialising;
import dev.sojourn.agent.host.Methods;
import dev.sojourn.agent.host.Scopes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jobs of programs that count themselves, on every JDK of this machine. */
final class JobsIT {
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyTaskOfEveryExecutor_isCountedOnceWithItsName(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).with("budget=100000").run(EveryExecutor.class);

    assertThat(end.exitCode()).isZero();
    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.weights()).isEqualTo(end.ownCounts());
    assertThat(end.jobs("waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(end.output()).allMatch(line -> line.contains("="));
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
    assertThat(end.lastStatus().getInt("failed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void subtasksOfStructuredScopes_areCountedOnceWithTheirNames(Jdk jdk) throws Exception {
    assumeThat(jdk.feature()).isGreaterThanOrEqualTo(25);
    HostEnd end = Host.on(jdk, folder).jvm("--enable-preview").run(Scopes.class);

    assertThat(end.exitCode()).isZero();
    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("failures")).containsAllEntriesOf(end.ownFailures());
    assertThat(end.ownFailures()).hasSize(1);
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatAFullPoolDoesWithATask_isTold(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(EveryExecutor.class);

    assertThat(end.jobs("rejected").entrySet())
        .filteredOn(job -> job.getValue() > 0)
        .singleElement()
        .satisfies(job -> assertThat(job.getKey()).endsWith("MoreExecutors$Yielding"))
        .satisfies(job -> assertThat(job.getValue()).isEqualTo(5));
    assertThat(end.events("sojourn.JobRun"))
        .filteredOn(run -> run.getString("job").endsWith("$ByCaller"))
        .hasSize(14)
        .allMatch(run -> run.getThread().getJavaName().equals("main"))
        .noneMatch(run -> run.getString("executor").contains("main"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tasksThatWereGivenUp_areNotRetained(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Forgotten.class);

    assertThat(end.exitCode()).isZero();
    assertThat(end.output()).containsExactly("forgotten");
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void scheduledTasks_areLateAgainstTheirDueTime(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(EveryExecutor.class);

    List<RecordedEvent> scheduled =
        end.events("sojourn.JobRun").stream()
            .filter(run -> run.getString("job").endsWith("EveryExecutor.scheduled"))
            .toList();
    assertThat(scheduled).hasSizeGreaterThanOrEqualTo(5);
    assertThat(scheduled)
        .allMatch(run -> run.getLong("lateness") >= 0)
        .allMatch(run -> run.getLong("lateness") == run.getLong("waitingTime"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void executors_behaveToTheLetter(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Contract.class);

    assertThat(end.output()).isEmpty();
    assertThat(end.jobs("failures").values().stream().mapToLong(n -> n).sum()).isEqualTo(3);
    assertThat(end.jobs("rejected").values().stream().mapToLong(n -> n).sum()).isEqualTo(1);
    assertThat(end.events("sojourn.JobRun"))
        .filteredOn(run -> run.getString("outcome").equals("failed"))
        .hasSize(3)
        .allMatch(run -> run.getString("failureClass").equals("java.lang.IllegalStateException"));
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void methodsByPattern_areJobs(Jdk jdk) throws Exception {
    String methods = Methods.class.getName();
    HostEnd end =
        Host.on(jdk, folder)
            .with(
                "jobs=**.Methods$Named#run;+"
                    + methods
                    + "$Handler#handle;@"
                    + methods
                    + "$Timed;**.Methods$*er#run;"
                    + methods
                    + "$Single#run;"
                    + methods
                    + "$Looped#*")
            .run(Methods.class);

    assertThat(end.jobs("runs"))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    methods + "$Named.run", 7L,
                    methods + "$Base.handle", 7L,
                    methods + "$Deep.handle", 7L,
                    methods + "$Annotated.timed", 7L,
                    methods + "$Outer.run", 7L,
                    methods + "$Inner.run", 7L,
                    methods + "$Single.run", 5L,
                    methods + "$Looped.run", 4L,
                    methods + ".loop", 1L)));
    assertThat(end.jobs("failures")).containsEntry(methods + "$Base.handle", 1L);
    assertThat(end.jobs("nested"))
        .containsEntry(methods + "$Inner.run", 7L)
        .containsEntry(methods + "$Outer.run", 0L)
        .containsEntry(methods + "$Looped.run", 4L)
        .containsEntry(methods + "$Single.run", 0L);
    assertThat(end.jobs("waitingRuns")).containsEntry(methods + "$Single.run", 5L);
    assertThat(end.lastStatus().getString("failures")).isNull();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void classesThatRunJobsWhileTheyInitialise_doNotBlock(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).with("jobs=**.Initialising*#*").run(Initialising.class);

    assertThat(end.exitCode()).isZero();
    assertThat(end.jobs("runs")).containsAllEntriesOf(end.ownCounts());
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void beyondTheBudget_weightsStandForTheRuns(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).with("budget=100").run(Busy.class, "20000");

    long weights = end.weights().values().iterator().next();
    RecordedEvent status = end.lastStatus();
    assertThat(end.jobs("runs").values()).containsExactly(20_000L);
    assertThat(weights + status.getLong("dropped")).isEqualTo(20_000);
    assertThat(status.getLong("written")).isEqualTo(end.events("sojourn.JobRun").size());
    assertThat(status.getLong("written") + status.getLong("sampled")).isEqualTo(weights);
    assertThat(status.getString("mode")).isEqualTo("sampling");
  }
}
