package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CpuThrottlingDetectorTest {
  private final Detector detector = new CpuThrottlingDetector();

  @Test
  void timeTakenByTheLimit_isToldOfTheJobs() {
    Scene scene = computing(40).plus(Signals.throttled(60, second -> 400.0 * second));

    Finding finding = scene.settled().foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("render");
    assertThat(finding.impact().share()).isCloseTo(0.8, within(0.03));
  }

  @Test
  void throttledTime_isAtMostWhatNothingExplains() {
    Scene scene = computing(5).plus(Signals.throttled(60, second -> 9_000.0 * second)).settled();

    ComponentTimes times = scene.summary().jobs().byName().get("render").breakdown().total();
    assertThat(times.share(Component.UNEXPLAINED)).isCloseTo(0, within(0.01));
    assertThat(times.share(Component.THROTTLED)).isCloseTo(5 / 15.0, within(0.01));
  }

  @Test
  void whatTheLimitTook_isWhatWasReadyFirst() {
    Map<Component, Double> parts =
        Map.of(Component.CPU, 10.0, Component.UNEXPLAINED, 15.0, Component.READY, 25.0);
    Scene scene =
        Scene.lasting(60).job("render", 10, parts).plus(Signals.throttled(60, s -> 150.0 * s));
    ComponentTimes times =
        scene.settled().summary().jobs().byName().get("render").breakdown().total();

    assertThat(times.share(Component.THROTTLED)).isCloseTo(0.3, within(0.02));
    assertThat(times.share(Component.READY)).isCloseTo(0.2, within(0.02));
    assertThat(times.share(Component.UNEXPLAINED)).isCloseTo(0.3, within(0.02));
    assertThat(scene.settled().settled()).isEqualTo(scene.settled());
  }

  @Test
  void dividingTwice_isDividingOnce() {
    Scene scene = computing(40).plus(Signals.throttled(60, second -> 300.0 * second)).settled();

    assertThat(scene.settled()).isEqualTo(scene);
  }

  @Test
  void whatWasThrottledBeforeTheRecording_isNobodysLoss() {
    Scene scene = computing(40).plus(Signals.throttled(60, second -> 1e6)).settled();

    assertThat(scene.detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingOutsideOfAContainer_cannotTell() {
    assertThat(computing(40).settled().detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
    assertThat(computing(40).plus(Signals.throttled(1, second -> 5)).settled().detectBy(detector))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene computing(double unexplainedMillis) {
    return Scene.lasting(60)
        .job("render", 10, Map.of(Component.CPU, 10.0, Component.UNEXPLAINED, unexplainedMillis));
  }
}
