package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
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

  @Test
  void placeWhoseMemoryIsKept_isTheCulpritAndItsRunsAreCounted() {
    Finding finding =
        buffers(60, second -> 16 + second / 2.0)
            .job("copy", 4, Map.of())
            .job("read", 9, Map.of())
            .plus(Signals.heldMemory(60, "copy", "com.acme.Copy.run", second -> second / 2.0))
            .plus(Signals.heldMemory(60, "read", "com.acme.Read.run", second -> 3 + second % 5))
            .plus(Signals.pausesAt(20, 40))
            .foundBy(detector)
            .get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Copy.run");
    assertThat(finding.jobs()).containsExactly("copy");
    assertThat(finding.evidence())
        .filteredOn(evidence -> evidence.label().equals("left behind by each run"))
        .singleElement()
        .satisfies(left -> assertThat(left.value()).isBetween(0.12 * 0x1p20, 0.13 * 0x1p20));
  }

  @Test
  void whatNoCollectionCameTo_isToldWithItsPlaceButIsNoAlarm() {
    Finding finding =
        buffers(60, second -> 16 + second / 2.0)
            .job("copy", 4, Map.of())
            .plus(Signals.heldMemory(60, "copy", "com.acme.Copy.run", second -> second / 2.0))
            .foundBy(detector)
            .get(0);

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Copy.run");
    assertThat(finding.jobs()).containsExactly("copy");
  }

  @Test
  void collectionThatTakesSomeAway_isNoAlarmUnlessWhatIsLeftGrows() {
    IntToDoubleFunction sawtooth = second -> 16 + second / 2.0 + 4 * (second % 10) / 10.0;
    Scene scene = buffers(60, sawtooth).job("copy", 4, Map.of()).plus(Signals.pausesAt(29));

    assertThat(scene.foundBy(detector).get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(scene.plus(Signals.pausesAt(19, 39, 49)).foundBy(detector).get(0).severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void growthOfOnePlace_isNotHiddenByWhatComesAndGoesElsewhere() {
    Scene hidden =
        buffers(60, second -> 60 + second % 3)
            .job("copy", 4, Map.of())
            .plus(Signals.heldMemory(60, "copy", "com.acme.Copy.run", second -> second / 5.0))
            .plus(Signals.heldMemory(60, "read", "com.acme.Read.run", second -> 3 + second % 5))
            .plus(
                Signals.heldMemory(
                    60, "load", "com.acme.Load.run", second -> Math.min(second, 32)));

    assertThat(hidden.foundBy(detector)).isEmpty();
    assertThat(hidden.plus(Signals.pausesAt(20, 40)).foundBy(detector))
        .singleElement()
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.WARNING))
        .satisfies(found -> assertThat(found.culprit().method()).isEqualTo("com.acme.Copy.run"));
  }

  @Test
  void placeOfLittleOfTheGrowth_isNotTheCulprit() {
    Finding finding =
        buffers(60, second -> 16 + second / 2.0)
            .job("copy", 4, Map.of())
            .plus(Signals.heldMemory(60, "copy", "com.acme.Copy.run", second -> second / 5.0))
            .plus(Signals.pausesAt(20, 40))
            .foundBy(detector)
            .get(0);

    assertThat(finding.culprit().method()).isEmpty();
    assertThat(finding.jobs()).isEmpty();
  }

  @Test
  void placeThatLetGoBeforeTheEnd_isNotTheCulprit() {
    Finding finding =
        buffers(60, second -> 16 + second / 2.0)
            .plus(Signals.heldMemory(40, "copy", "com.acme.Copy.run", second -> second / 2.0))
            .plus(Signals.heldMemory(60, "read", "com.acme.Read.run", second -> second / 2.0))
            .foundBy(detector)
            .get(0);

    assertThat(finding.culprit().method()).isEqualTo("com.acme.Read.run");
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
