package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ThreadPinningDetectorTest {
  private static final double SERVICE_MILLIS = 60 * 20 * 50.0;

  private final Detector detector = new ThreadPinningDetector();

  @Test
  void pinnedWaits_nameThePlace() {
    Finding finding = pinned(0.6).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("fetch");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Cache.load");
  }

  @Test
  void shortPins_areSilent() {
    assertThat(pinned(0.04).detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void eventThatWasOnAndNeverHappened_isFine() {
    Scene scene = Scene.lasting(60).plus(Signals.enabled("jdk.VirtualThreadPinned"));

    assertThat(scene.detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingWithoutTheEvent_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene pinned(double share) {
    return Scene.lasting(60)
        .job("fetch", 20, Map.of(Component.SLEPT, 50.0))
        .plus(Signals.pins("fetch", "com.acme.Cache.load", share * SERVICE_MILLIS));
  }
}
