package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Heap;
import dev.sojourn.analyzer.summary.Series;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassLoaderLeakDetectorTest {
  private final Detector detector = new ClassLoaderLeakDetector();

  @Test
  void classesThatAreNeverUnloaded_nameWhereTheyAreDefined() {
    Finding finding =
        classes(120, second -> 3_000 + 10.0 * second, second -> 0)
            .job("script", 5, Map.of())
            .samples("script", 50, "java.lang.ClassLoader.defineClass", "com.acme.Plugins.compile")
            .samples("script", 900, "com.acme.Script.run")
            .foundBy(detector)
            .get(0);

    assertThat(finding.culprit().method()).isEqualTo("com.acme.Plugins.compile");
    assertThat(finding.jobs()).containsExactly("script");
    assertThat(finding.impact().to()).isGreaterThan(finding.impact().from());
  }

  @ParameterizedTest
  @CsvSource({"120, 1000, 1", "80, 1000, 0", "240, 10000, 1", "180, 10000, 0"})
  void rise_mustBeAHundredClassesAndAShareOfThem(double rise, double first, int findings) {
    Scene scene = classes(120, second -> first + rise * second / 70, second -> 0);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "6, 1"})
  void fewSteps_areWhatIsDoneForTheFirstTime(int steps, int findings) {
    Scene scene =
        classes(
            120,
            second -> 3_000 + 0.2 * second + 600 / steps * ((second + 60 / steps) * steps / 120),
            s -> 0);

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void classesThatAreUnloadedAgain_areSilent() {
    Scene scene = classes(120, second -> 3_000 + 10.0 * second, second -> 10.0 * second);

    assertThat(scene.detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @ParameterizedTest
  @CsvSource({"G1Full, 0, WARNING", "G1Old, 10, INFO", "G1Old, 20, WARNING"})
  void collectionBesideTheProgram_provesWhatHadTimeToBecomeOld(
      String collection, int youngBefore, Severity expected) {
    Heap old = heap(collection, List.of(110));
    Heap young =
        heap("G1New", IntStream.range(0, youngBefore).map(i -> 60 + 2 * i).boxed().toList());
    Scene scene =
        classes(120, second -> 3_000 + 10.0 * second, second -> 0)
            .samples("script", 50, "java.lang.ClassLoader.defineClass", "com.acme.Plugins.compile")
            .plus(SummaryParts.of(old))
            .plus(SummaryParts.of(young));

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.internal.loader.BuiltinClassLoader.defineClass",
        "java.lang.invoke.MethodHandleNatives.linkCallSite"
      })
  void classesThatTheJvmLinksOnce_areNoLeak(String linking) {
    Scene scene =
        classes(120, second -> 3_000 + 10.0 * second, second -> 0)
            .samples("parse", 50, "java.lang.ClassLoader.defineClass", linking, "com.acme.Main.run")
            .plus(SummaryParts.of(heap("G1Full", List.of(60, 110))));

    assertThat(scene.foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void lastCollectionIsTooLateToTell_butTheOneBeforeProves() {
    Scene scene =
        classes(120, second -> 3_000 + 10.0 * second, second -> 0)
            .samples("script", 50, "java.lang.ClassLoader.defineClass", "com.acme.Plugins.compile")
            .plus(SummaryParts.of(heap("G1Full", List.of(60, 119))));

    assertThat(scene.foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void shortRecording_cannotTell() {
    assertThat(classes(4, second -> second, second -> 0).detectBy(detector))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  /** Collections of one sort at these seconds, and one as the program starts. */
  private static Heap heap(String collection, List<Integer> seconds) {
    TreeMap<Long, Gauge> live = new TreeMap<>();
    live.put(Scene.BEGIN_SECOND, Gauge.of(1));
    seconds.forEach(second -> live.put(Scene.BEGIN_SECOND + second, Gauge.of(1)));
    return new Heap(Map.of(collection, Series.ofSeconds(live)), Series.empty(), Series.empty());
  }

  private static Scene classes(
      int seconds, IntToDoubleFunction loaded, IntToDoubleFunction unloaded) {
    return Scene.lasting(seconds).plus(Signals.classes(seconds, loaded, unloaded));
  }
}
