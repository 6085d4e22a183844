package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.CollectionKey;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GcPressureDetectorTest {
  private final Detector detector = new GcPressureDetector();

  @Test
  void pauses_nameWhatIsAllocatedMostAndWhere() {
    Scene scene =
        paused(300)
            .plus(Signals.allocations("byte[]", "index", "com.acme.Index.copy", 1L << 30))
            .plus(Signals.allocations("char[]", "index", "com.acme.Text.trim", 1L << 20));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Index.copy");
    assertThat(finding.culprit().className()).isEqualTo("byte[]");
  }

  @ParameterizedTest
  @CsvSource({"51, WARNING", "49, INFO"})
  void pausesThatTakeATwentiethOfTheTime_areMoreThanInfo(double millis, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job("index", 1, Map.of(Component.GC, 20.0, Component.CPU, 60.0))
            .plus(Signals.pauses(60, millis));

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"40, com.acme.Purge", "20, com.acme.Index.copy"})
  void collectionsThatTheProgramAsksFor_nameWhoWaitsForThem(long askedMillis, String culprit) {
    Scene scene =
        paused(300)
            .job("com.acme.Purge", 1, Map.of(Component.GC, 200.0, Component.CPU, 1.0))
            .job("hit", 10, Map.of(Component.GC, 5.0, Component.SLEPT, 10.0))
            .plus(Signals.allocations("byte[]", "index", "com.acme.Index.copy", 1L << 30))
            .plus(Signals.pausesBy("G1Full", "System.gc()", askedMillis))
            .plus(Signals.pausesBy("G1New", "G1 Evacuation Pause", 30));

    assertThat(scene.foundBy(detector).get(0).culprit().method()).isEqualTo(culprit);
  }

  @Test
  void collectionsThatTheAgentAskedFor_areNotThoseOfTheProgram() {
    Scene scene =
        paused(300)
            .job("com.acme.Purge", 1, Map.of(Component.GC, 200.0, Component.CPU, 1.0))
            .job("hit", 10, Map.of(Component.GC, 5.0, Component.SLEPT, 10.0))
            .plus(Signals.allocations("byte[]", "index", "com.acme.Index.copy", 1L << 30))
            .plus(Signals.pausesBy("G1Full", "System.gc()", 40))
            .plus(Signals.collections(CollectionKey.OF_AGENT, 25))
            .plus(Signals.pausesBy("G1New", "G1 Evacuation Pause", 30));

    assertThat(scene.foundBy(detector).get(0).culprit().method()).isEqualTo("com.acme.Index.copy");
  }

  @Test
  void shortPauses_areSilent() {
    assertThat(paused(2).detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingWithoutPauses_cannotTell_unlessTheEventWasOn() {
    Scene none = Scene.lasting(60);

    assertThat(none.detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
    assertThat(none.plus(Signals.enabled("jdk.GarbageCollection")).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  private static Scene paused(double millisPerSecond) {
    return Scene.lasting(60)
        .job("index", 20, Map.of(Component.CPU, 30.0))
        .plus(Signals.pauses(60, millisPerSecond));
  }
}
