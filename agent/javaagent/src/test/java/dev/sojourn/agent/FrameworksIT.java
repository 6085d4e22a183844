package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.host.QuartzJobs;
import dev.sojourn.agent.host.SpringJobs;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jobs of frameworks, run by the real libraries. */
final class FrameworksIT {
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void quartzJobs_haveTheirClassesNamesAndAreLate(Jdk jdk) throws Exception {
    HostEnd end =
        Host.on(jdk, folder).libraries("quartz", "slf4j-api", "slf4j-nop").run(QuartzJobs.class);

    List<RecordedEvent> runs = end.events("sojourn.JobRun");
    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("waitingRuns")).isEqualTo(end.ownCounts());
    assertThat(end.jobs("failures")).containsEntry(QuartzJobs.class.getName() + "$Import", 3L);
    assertThat(runs).hasSize(26).allMatch(run -> run.getLong("lateness") >= 0);
    assertThat(runs).filteredOn(run -> run.getInt("attempt") == 2).hasSize(3);
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void springsMethods_areJobs(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).libraries("spring-", "micrometer-").run(SpringJobs.class);

    assertThat(end.errors()).filteredOn(line -> line.contains("sojourn")).hasSize(1);
    assertThat(end.jobs("runs")).isEqualTo(end.ownCounts());
    assertThat(end.lastStatus().getLong("suppressed")).isZero();
  }
}
