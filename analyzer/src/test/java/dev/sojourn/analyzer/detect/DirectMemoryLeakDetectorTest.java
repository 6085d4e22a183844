package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DirectMemoryLeakDetectorTest {
  private final Detector detector = new DirectMemoryLeakDetector();

  @Test
  void buffersThatPileUp_nameWhereTheyAreAllocated() {
    Finding finding =
        buffers(60, second -> 16 + second / 2.0)
            .job("copy", 5, Map.of())
            .plus(
                Signals.survivors(
                    59, "java.nio.DirectByteBuffer", "copy", "com.acme.Channel.open", ""))
            .foundBy(detector)
            .get(0);

    assertThat(finding.culprit().method()).isEqualTo("com.acme.Channel.open");
    assertThat(finding.jobs()).containsExactly("copy");
  }

  @ParameterizedTest
  @CsvSource({"1.4, 1, 1", "0.8, 1, 0", "12, 100, 1", "8, 100, 0"})
  void rise_mustBeAMebibyteAndATenth(double rise, double first, int findings) {
    assertThat(buffers(120, second -> first + rise * second / 70).foundBy(detector))
        .hasSize(findings);
  }

  @Test
  void buffersThatComeAndGo_areSilent() {
    assertThat(buffers(60, second -> 16 + 8.0 * (second % 7)).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void shortRecording_cannotTell() {
    assertThat(buffers(4, second -> second).detectBy(detector))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene buffers(int seconds, IntToDoubleFunction mebibytes) {
    return Scene.lasting(seconds).plus(Signals.directBuffers(seconds, mebibytes));
  }
}
