package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockConvoyDetectorTest {
  private static final String LOCK = "com.acme.Counter#lock";

  private final Detector convoy = new LockConvoyDetector();
  private final Detector contention = new LockContentionDetector();

  @Test
  void manyShortHolds_areAConvoy() {
    Finding finding = scene(100, 10, 1).foundBy(convoy).get(0);

    assertThat(finding.culprit().lock()).isEqualTo(LOCK);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Counter.add");
    assertThat(finding.jobs()).containsExactly("count");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 10, 1.9, true", "100, 10, 2.1, false",
    "100, 3.1, 1, true", "100, 2.9, 1, false",
    "51, 20, 1, true", "49, 20, 1, false"
  })
  void lengthOfHolds_holdsPerWait_andWaitsPerSecond_tellItFromContention(
      int acquiresPerSecond, double blockedMillis, double holdMillis, boolean isConvoy) {
    Scene scene = scene(acquiresPerSecond, blockedMillis, holdMillis);

    assertThat(scene.foundBy(convoy)).hasSize(isConvoy ? 1 : 0);
    assertThat(scene.foundBy(contention)).hasSize(isConvoy ? 0 : 1);
  }

  @Test
  void waitsThatAreCountedAndHaveNoEvent_areLostAsWell() {
    Scene events = counter(60, 10, 5);
    Finding finding =
        events.plus(LockSignals.counted(LOCK, 60, 1_000, 0.6, 0.1)).foundBy(convoy).get(0);

    assertThat(events.foundBy(contention)).isEmpty();
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.impact().share()).isCloseTo(0.6, within(0.01));
  }

  @Test
  void noJobLosesMoreThanItsServiceTime() {
    Scene scene = counter(60, 10, 5).plus(LockSignals.counted(LOCK, 60, 1_000, 6, 0.1));

    assertThat(scene.foundBy(convoy).get(0).impact().share()).isLessThanOrEqualTo(1);
  }

  @Test
  void recordingWithoutLockEvents_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(convoy)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  /** A hundred runs a second of 10 ms, of which next to nothing is known. */
  private static Scene counter(int acquires, double blockedMillis, double holdMillis) {
    return Scene.lasting(60)
        .job("count", 100, Map.of(Component.BLOCKED, 0.1, Component.UNEXPLAINED, 9.9))
        .plus(
            LockSignals.lock(LOCK, "count", acquires, blockedMillis, holdMillis, "com.acme.C.add"));
  }

  private static Scene scene(int acquiresPerSecond, double blockedMillis, double holdMillis) {
    return Scene.lasting(60)
        .job(
            "count",
            acquiresPerSecond,
            Map.of(Component.BLOCKED, blockedMillis, Component.CPU, 0.5))
        .plus(
            LockSignals.lock(
                LOCK,
                "count",
                60 * acquiresPerSecond,
                blockedMillis,
                holdMillis,
                "com.acme.Counter.add"));
  }
}
