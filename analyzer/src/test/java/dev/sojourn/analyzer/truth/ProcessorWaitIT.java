package dev.sojourn.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.recording.InstalledJdks;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that want more processors than there are wait for them, and are told to. How closely is a
 * matter of the machine: {@code -Dsojourn.seconds=60} prints both on a longer run.
 */
class ProcessorWaitIT {
  private static final Path AGENT =
      Path.of("../agent/javaagent/target/sojourn-agent.jar").toAbsolutePath();

  private static final String SECONDS = System.getProperty("sojourn.seconds", "0");

  @TempDir private Path folder;

  static Set<Integer> jdks() {
    return InstalledJdks.byFeature().keySet();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runsThatWaitForAProcessor_areToldTo(int feature) throws Exception {
    assumeThat(Path.of("/proc/thread-self/schedstat")).isReadable();
    Path recording = folder.resolve("crowded.jfr");
    Path truthFile = folder.resolve("truth");
    int exitCode =
        InstalledJdks.run(
            feature,
            CrowdedRuns.class,
            List.of("-javaagent:" + AGENT + "=out=" + recording),
            truthFile.toString(),
            SECONDS);
    assertThat(exitCode).isZero();
    String[] truth = Files.readString(truthFile).split(" ");
    long waitedNanos = Long.parseLong(truth[0]);
    assumeThat(waitedNanos).isPositive();

    Summary summary = Analyzer.summary(List.of(recording), Analyzer.QUIET).settled();

    JobStatistics job = summary.jobs().byName().get(CrowdedRuns.class.getName() + "$Computing");
    ComponentTimes times = job.breakdown().total();
    System.out.printf(
        "JDK %d: runs waited %d ms, told %d ms%n",
        feature, waitedNanos / 1_000_000, times.nanos(Component.READY) / 1_000_000);
    assertThat(job.total().runs()).isEqualTo(Long.parseLong(truth[1]));
    assertThat(times.nanos(Component.READY)).isPositive();
    assertThat(times.nanos(Component.UNEXPLAINED)).isNotNegative();
    assertThat(summary.agents().byJvm().values())
        .allSatisfy(agent -> assertThat(agent.suppressed()).isZero());
  }
}
