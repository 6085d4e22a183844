package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadLeakDetectorTest {
  private final Detector detector = new ThreadLeakDetector();

  @Test
  void threadsThatPileUp_nameTheirGroupAndWhoStartsThem() {
    Finding finding = threads(120, second -> 20 + second).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.culprit().thread()).isEqualTo("timer-*");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Watch.start");
    assertThat(finding.jobs()).containsExactly("order");
  }

  @ParameterizedTest
  @CsvSource({"9, 10, 1", "6, 10, 0", "18, 100, 1", "13, 100, 0"})
  void rise_mustBeEightThreadsAndAShareOfThem(double rise, double first, int findings) {
    Scene scene = threads(120, second -> first + Math.round(rise * second / 70));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void poolThatGrowsToItsSize_isSilent() {
    assertThat(threads(120, second -> Math.min(60, 20 + 2 * second)).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "0.3, 1"})
  void threadsThatRunMoreAtOnce_areNoLeak(double runsForEachThread, int findings) {
    Map<Component, Double> tenMillis = Map.of(Component.SLEPT, 10.0);
    Scene scene =
        threads(120, second -> 20 + second)
            .varyingJob("tile", s -> (int) (100 * runsForEachThread * (20 + s)), s -> 1, tenMillis);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void shortRecording_cannotTell() {
    assertThat(threads(4, second -> 20 + second).detectBy(detector))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene threads(int seconds, IntToDoubleFunction alive) {
    return Scene.lasting(seconds)
        .job("order", 5, Map.of())
        .plus(Signals.threads(seconds, alive, "timer-*", "order", "com.acme.Watch.start"));
  }
}
