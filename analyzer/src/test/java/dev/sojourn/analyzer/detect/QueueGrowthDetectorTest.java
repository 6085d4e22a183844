package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueGrowthDetectorTest {
  private final Detector detector = new QueueGrowthDetector();

  @Test
  void queueIntoWhichMoreGoesThanComesOut_isNamedWithItsExecutor() {
    Finding finding = queue(4, second -> 5.0 * second).foundBy(detector).get(0);

    assertThat(finding.culprit().executor()).isEqualTo("workers");
    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.evidence().get(0).value()).isBetween(4.9, 5.1);
  }

  @ParameterizedTest
  @CsvSource({"1, 24, 1", "1, 16, 0", "10, 60, 1", "10, 40, 0"})
  void rise_mustBeTwentyTasksAndFiveForEachThread(int threads, double rise, int findings) {
    assertThat(queue(threads, second -> Math.round(rise * second / 90)).foundBy(detector))
        .hasSize(findings);
  }

  @Test
  void queueThatIsWorkedOff_isSilent() {
    assertThat(queue(4, second -> 40.0 * (second % 10)).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void queueOnTheHeap_isAQueueAndNotALeak() {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + 0.5 * second)
            .plus(
                Signals.survivors(
                    119,
                    "com.acme.Mail",
                    "send",
                    "com.acme.Outbox.add",
                    "static com.acme.Outbox.mails java.util.concurrent.LinkedBlockingQueue.head"));

    assertThat(scene.foundBy(detector)).hasSize(1);
    assertThat(scene.foundBy(new HeapLeakDetector(Kind.HEAP_LEAK))).isEmpty();
  }

  @Test
  void recordingWithoutSamplesAndCollections_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene queue(int threads, IntToDoubleFunction length) {
    return Scene.lasting(120)
        .job("order", 20, Map.of(Component.CPU, 10.0))
        .executor("workers", threads, threads, length, second -> 20.0 * second);
  }
}
