package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoneConsumerTest {
  private static final int SECONDS = 20;

  private final Detector detector = new QueueingDetector(Kind.SERIAL_STAGE);

  @Test
  void listenerThatIsNeverIdle_isASerialStage() {
    Finding finding = listener(45, 21, 300).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("com.acme.Invoice");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Invoice");
  }

  @ParameterizedTest
  @CsvSource({
    "45, 21, .5", // hardly a message waits
    "30, 21, 300", // it has time
    "90, 21, 300" // two at once
  })
  void listenersWithTimeOrCompany_areNone(int perSecond, double millis, double waitedMillis) {
    assertThat(listener(perSecond, millis, waitedMillis).foundBy(detector)).isEmpty();
  }

  @Test
  void whatWasHandedOverAtOnce_waitsForItsTurn() {
    Scene scene = Scene.lasting(SECONDS);
    for (int i = 0; i < SECONDS; i++) {
      int second = i;
      scene =
          scene.varyingJob(
              "com.acme.Invoice",
              s -> s == second ? 45 : 0,
              s -> 1,
              Map.of(Component.QUEUED, 1000.0 * second, Component.SLEPT, 21.0));
    }

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void poolThatIsFull_tellsItself() {
    Scene scene = listener(45, 21, 300).executor("workers", 1, 1, s -> 10, s -> 45 * s);

    assertThat(scene.foundBy(detector))
        .extracting(finding -> finding.culprit().executor())
        .containsExactly("workers");
  }

  private static Scene listener(int perSecond, double millis, double waitedMillis) {
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .job(
            "com.acme.Invoice",
            perSecond,
            Map.of(Component.QUEUED, waitedMillis, Component.SLEPT, millis));
  }
}
