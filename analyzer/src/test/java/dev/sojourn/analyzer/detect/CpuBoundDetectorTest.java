package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CpuBoundDetectorTest {
  private static final Map<Component, Double> COMPUTES =
      Map.of(Component.CPU, 30.0, Component.SOCKET, 5.0);

  private final Detector detector = new CpuBoundDetector();

  @Test
  void busyProcessors_nameTheHotMethod() {
    Scene scene =
        Scene.lasting(60)
            .job("price", 50, COMPUTES)
            .executor("workers", 4, 3, second -> 1, second -> 50 * second)
            .cpu(0.85, 0.9)
            .samples("price", "com.acme.Price.round", 12, 900)
            .samples("price", "com.acme.Other.run", 7, 100);

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Price.round");
    assertThat(finding.culprit().line()).isEqualTo(12);
  }

  @Test
  void batchThatScales_isNoWarning() {
    Scene scene =
        Scene.lasting(60)
            .job("render", 60, Map.of(Component.QUEUED, 9_000.0, Component.CPU, 30.0))
            .executor("workers", 2, 2, second -> 3600 - 60 * second, second -> 60 * second)
            .cpu(0.98, 0.99)
            .samples("render", "com.acme.Render.trace", 12, 900);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsOnly(Severity.INFO);
  }

  @Test
  void computingOnIdleProcessors_isSilent() {
    Scene scene = Scene.lasting(60).job("price", 5, COMPUTES).cpu(0.1, 0.15);

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.71, 0.1, CRITICAL",
    "0.69, 0.1, INFO",
    "0.31, 0.41, CRITICAL",
    "0.31, 0.39, INFO",
    "0.29, 0.9,"
  })
  void busyProcessors_orOneMethodThatTakesMost_areTheCause(
      double jvmRatio, double hottestShare, Severity expected) {
    Scene scene = Scene.lasting(60).job("price", 50, COMPUTES).cpu(jvmRatio, jvmRatio);
    long rest = Math.round(1000 * (1 - hottestShare));
    for (int i = 0; i < 20; i++) {
      scene = scene.samples("price", "com.acme.Other.run" + i, 7, rest / 20);
    }
    scene = scene.samples("price", "com.acme.Price.round", 12, Math.round(1000 * hottestShare));

    assertThat(scene.foundBy(detector).stream().map(Finding::severity).findFirst().orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"11, 1", "9, 0"})
  void jobMustComputeForHalfOfItsServiceTime(double cpuMillis, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("price", 50, Map.of(Component.CPU, cpuMillis, Component.SOCKET, 10.0))
            .cpu(0.9, 0.9);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"4, 0, 6, 1", "2.5, 0, 7.5, 0", "4, 5, 1, 0"})
  void jobThatNothingElseIsKnownOf_mayWaitForAProcessorAsLong(
      double cpuMillis, double socketMillis, double unexplainedMillis, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job(
                "price",
                50,
                Map.of(
                    Component.CPU,
                    cpuMillis,
                    Component.SOCKET,
                    socketMillis,
                    Component.UNEXPLAINED,
                    unexplainedMillis))
            .cpu(0.6, 0.7)
            .samples("price", "com.acme.Price.sum", 9, 900);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void methodThatTakesLittleOfProcessorsThatOthersFill_isUsual() {
    Scene scene =
        Scene.lasting(60)
            .job("import", 2, COMPUTES)
            .cpu(0.12, 0.95)
            .samples("import", "com.acme.Weather.parse", 7, 500);

    assertThat(scene.findings().findings())
        .allMatch(finding -> finding.severity() == Severity.INFO);
  }

  @Test
  void threadsThatCompute_areNoAlarmWhereOthersHaveTheProcessors() {
    Scene scene =
        Scene.lasting(60)
            .threads("worker-*", Map.of(Component.CPU, 40_000.0))
            .samples("worker", "com.acme.Price.round", 12, 900);

    assertThat(scene.cpu(0.45, 0.95).foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    assertThat(scene.cpu(0.55, 0.95).foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void recordingWithoutCpuLoad_cannotTell() {
    assertThat(detector.detect(Scene.lasting(60).workload()))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  @ParameterizedTest
  @CsvSource({"1, INFO", "3, CRITICAL"})
  void jobThatTheClockStarts_mayTakeItsTime(int runsPerSecond, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .cpu(0.5, 0.5)
            .job("report", runsPerSecond, Map.of(Component.CPU, 150.0, Component.LATE, 0.1))
            .samples("report", "com.acme.Report.sum", 8, 500);

    assertThat(scene.foundBy(new CpuBoundDetector()))
        .extracting(Finding::severity)
        .containsExactly(expected);
  }

  @Test
  void agentThatWeavesWhileClassesAreLoaded_isNotTheHotMethod() {
    Scene scene =
        Scene.lasting(60)
            .cpu(0.8, 0.8)
            .job("report", 10, Map.of(Component.CPU, 100.0))
            .samples("report", "com.acme.Report.sum", 8, 100)
            .samples("report", "dev.sojourn.agent.core.Weaver.weave", 8, 500);

    assertThat(scene.foundBy(new CpuBoundDetector()).get(0).culprit().method())
        .isEqualTo("com.acme.Report.sum");
  }
}
