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

final class ClassInitDetectorTest {
  private final Detector detector = new ClassInitDetector();

  @Test
  void initialiserThatWaitsWhileJobsStandStill_isNamed() {
    Finding finding = initialising(5_000, "com.acme.Codes.<clinit>").foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("parse");
    assertThat(finding.culprit().className()).isEqualTo("com.acme.Codes");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Codes.<clinit>");
  }

  @ParameterizedTest
  @CsvSource({"610, 1", "590, 0"})
  void initialiserThatTakesAHundredthOfAThread_counts(double millis, int findings) {
    assertThat(initialising(millis, "com.acme.Codes.<clinit>").foundBy(detector)).hasSize(findings);
  }

  @Test
  void waitsOutsideOfInitialisers_areSilent() {
    assertThat(initialising(5_000, "com.acme.Codes.load").detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingWithoutJobs_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  @Test
  void threadsThatNeedTheClass_loseTheirTimeWithoutJobs() {
    assertThat(waitingThreads(4_000).foundBy(detector))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
              assertThat(finding.jobs()).containsExactly("office-*");
              assertThat(finding.culprit().className()).isEqualTo("com.acme.Codes");
            });
  }

  /** Of threads alone only a part of the time is known, so little of that may be much. */
  @Test
  void shortWaitForAnInitialiser_isNothing() {
    assertThat(waitingThreads(100).foundBy(detector)).isEmpty();
  }

  private static Scene waitingThreads(double millis) {
    return Scene.lasting(30)
        .plus(Pools.pool("office-*", 6, 30, second -> Pools.second(40, 5.9, 0.001)))
        .plus(
            Pools.waits(
                "office-*",
                Component.WAITED,
                5,
                1,
                millis,
                "com.acme.Tax.run",
                "java.lang.Thread.run"))
        .plus(
            Pools.waits(
                "main",
                Component.SLEPT,
                1,
                1,
                5_000,
                "java.lang.Thread.sleep",
                "com.acme.Codes.<clinit>"));
  }

  private static Scene initialising(double millis, String method) {
    return Scene.lasting(60)
        .job("parse", 5, Map.of(Component.UNEXPLAINED, 100.0, Component.CPU, 10.0))
        .plus(Signals.waits(Component.SLEPT, "start", millis, "com.acme.Net.ask", method));
  }
}
