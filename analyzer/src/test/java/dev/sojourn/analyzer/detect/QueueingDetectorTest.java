package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueingDetectorTest {
  private static final Map<Component, Double> WAITS_FOR_THREADS =
      Map.of(Component.QUEUED, 80.0, Component.SOCKET, 15.0, Component.CPU, 5.0);

  private final Detector saturation = new QueueingDetector(Kind.THREAD_POOL_SATURATION);

  @Test
  void fullPoolWithIdleProcessors_isTooSmall() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 100, WAITS_FOR_THREADS)
            .executor("workers", 2, 2, second -> 8, second -> 100 * second)
            .cpu(0.3, 0.35);

    Finding finding = scene.foundBy(saturation).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.culprit().executor()).isEqualTo("workers");
    assertThat(finding.jobs()).containsExactly("order");
  }

  /** Full for two thirds of the time, by tasks that others make longer or do not. */
  @ParameterizedTest
  @CsvSource({"SLEPT, 1", "SOCKET, 0"})
  void poolThatIsFullWhileOthersHaveTheProcessors_isTooSmallIfItsTasksSleep(
      Component doing, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("order", 100, Map.of(Component.QUEUED, 80.0, doing, 40.0))
            .executor("workers", 4, 4, second -> second % 3 == 0 ? 0 : 20, second -> 100 * second)
            .cpu(0.1, 0.95);

    assertThat(scene.foundBy(saturation)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"11, INFO", "9, CRITICAL"})
  void poolWhoseThreadsWaitForProcessors_isNotTooSmall(double readyMillis, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job(
                "order",
                100,
                Map.of(
                    Component.QUEUED,
                    80.0,
                    Component.CPU,
                    20 - readyMillis,
                    Component.READY,
                    readyMillis))
            .executor("workers", 2, 2, second -> 8, second -> 100 * second)
            .cpu(0.3, 0.95);

    assertThat(scene.foundBy(saturation)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"7, INFO", "9, CRITICAL"})
  void poolWithTimeToSpare_andFewTasksThatWait_keepsUp(int queued, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job("order", 100, WAITS_FOR_THREADS)
            .plus(
                Signals.executor(
                    60,
                    "workers",
                    "java.util.concurrent.ThreadPoolExecutor",
                    second ->
                        second % 4 > 0
                            ? Signals.state(4, 4, queued, 100L * second, 0)
                            : Signals.state(4, 0, 0, 100L * second, 0)));

    assertThat(scene.foundBy(saturation)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void burstyButHealthyQueue_isSilent() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 100, WAITS_FOR_THREADS)
            .executor("workers", 8, 8, second -> second % 5 == 0 ? 30 : 0, second -> 100 * second);

    assertThat(scene.foundBy(saturation)).isEmpty();
  }

  @Test
  void batchHandedOverAtOnce_isSilent() {
    Scene scene =
        Scene.lasting(60)
            .job("render", 100, Map.of(Component.QUEUED, 9_000.0, Component.CPU, 20.0))
            .executor("workers", 2, 2, second -> 6000 - 100 * second, second -> 100 * second);

    assertThat(scene.findings().findings())
        .allMatch(finding -> finding.severity() == Severity.INFO);
  }

  @Test
  void runsThatEndedBeforeThePoolStoodStill_tellLittleOfTheRest() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 1, Map.of(Component.QUEUED, 3.0, Component.SLEPT, 20.0))
            .executor("workers", 2, 2, second -> 10 * second, second -> Math.min(60, 40 * second));

    Finding finding = scene.foundBy(saturation).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("order");
  }

  @Test
  void singleThread_isASerialStage() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 50, WAITS_FOR_THREADS)
            .executor("workers", 1, 1, second -> 8, second -> 50 * second);

    assertThat(scene.findings().findings().get(0).kind()).isEqualTo(Kind.SERIAL_STAGE);
  }

  @Test
  void fewSlowJobsBeforeManyQuickOnes_blockTheLine() {
    Scene scene =
        Scene.lasting(60)
            .job("export", 1, Map.of(Component.SOCKET, 1500.0))
            .job("order", 50, Map.of(Component.QUEUED, 60.0, Component.CPU, 5.0))
            .executor("workers", 2, 2, second -> second % 3 == 0 ? 20 : 0, second -> 51 * second);

    Finding finding = scene.findings().findings().get(0);

    assertThat(finding.kind()).isEqualTo(Kind.HEAD_OF_LINE_BLOCKING);
    assertThat(finding.culprit().method()).isEqualTo("export");
    assertThat(finding.jobs()).containsExactly("order");
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "29, 0"})
  void poolMustBeFullForHalfOfTheTime(int fullSeconds, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("order", 100, WAITS_FOR_THREADS)
            .executor(
                "workers", 2, 2, second -> second < fullSeconds ? 8 : 0, second -> 100 * second);

    assertThat(scene.foundBy(saturation)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"0.91, SERIAL_STAGE", "0.89, THREAD_POOL_SATURATION"})
  void stageDoesOneSortOfWorkNearlyAlways(double share, Kind expected) {
    int runs = (int) Math.round(100 * share);
    Scene scene =
        Scene.lasting(60)
            .job("order", runs, WAITS_FOR_THREADS)
            .job("other", 100 - runs, WAITS_FOR_THREADS)
            .executor("workers", 1, 1, second -> 8, second -> 100 * second);

    assertThat(scene.findings().findings().get(0).kind()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"8.5, HEAD_OF_LINE_BLOCKING", "7.5, THREAD_POOL_SATURATION"})
  void jobThatBlocksTheLine_isEightTimesSlowerThanMost(double factor, Kind expected) {
    assertThat(line(10 * factor, 5).findings().findings().get(0).kind()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3, HEAD_OF_LINE_BLOCKING", "2, THREAD_POOL_SATURATION"})
  void jobThatBlocksTheLine_isTheException(int othersForEach, Kind expected) {
    assertThat(line(1_000, othersForEach).findings().findings().get(0).kind()).isEqualTo(expected);
  }

  @Test
  void poolThatStartsAThreadForEachTask_isSilent() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 100, WAITS_FOR_THREADS)
            .executor("workers", 10_000, 10_000, second -> 0, second -> 100 * second);

    assertThat(scene.foundBy(saturation)).isEmpty();
  }

  @Test
  void recordingWithoutExecutorSamples_cannotTell() {
    assertThat(saturation.detect(Scene.lasting(60).workload()))
        .isEqualTo(new Diagnosis.CannotTell("no executor was sampled; that needs the agent"));
  }

  @Test
  void agentThatMetNoExecutor_isNotAskedFor() {
    Scene scene = Scene.lasting(60).job("order", 100, WAITS_FOR_THREADS);

    assertThat(saturation.detect(scene.workload()))
        .isEqualTo(new Diagnosis.CannotTell("no executor was sampled: the agent met none"));
  }

  /** A full pool of two sorts of jobs: slow ones, and others of 10 ms, so many for each of them. */
  private static Scene line(double slowMillis, int othersForEach) {
    return Scene.lasting(60)
        .job("export", 10, Map.of(Component.SOCKET, slowMillis))
        .job("order", 10 * othersForEach, Map.of(Component.QUEUED, 60.0, Component.SOCKET, 10.0))
        .executor("workers", 2, 2, second -> 20, second -> 50 * second);
  }
}
