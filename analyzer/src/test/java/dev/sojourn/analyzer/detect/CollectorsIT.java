package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.recording.InstalledJdks;
import dev.sojourn.analyzer.summary.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A leak, and a program without one, on each collector that a JDK has. */
class CollectorsIT {
  private static final List<String> COLLECTORS =
      List.of("UseSerialGC", "UseParallelGC", "UseG1GC", "UseZGC", "UseShenandoahGC");

  private final Detector detector = new HeapLeakDetector(Kind.HEAP_LEAK);

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("jdks")
  void leak_isFoundOnEachCollector_andOnlyThere(int feature) throws Exception {
    Map<String, Process> leaking = start(feature, true);
    Map<String, Process> calm = start(feature, false);
    int ran = 0;
    for (String collector : COLLECTORS) {
      boolean runs = leaking.get(collector).waitFor() == 0 && calm.get(collector).waitFor() == 0;
      if (runs) {
        ran++;
        assertLeaks(collector);
        assertThat(found(collector, false)).as(collector).isEmpty();
      }
    }
    assertThat(ran).isPositive();
  }

  private void assertLeaks(String collector) {
    List<Finding> found = found(collector, true);
    assertThat(found).as(collector).hasSize(1);
    List<Evidence> evidence = found.get(0).evidence();
    assertThat(evidence).extracting(Evidence::label).contains("at least", "at most");
    assertThat(evidence.get(0).value())
        .as(collector)
        .isBetween(0.7 * LeakingProgram.BYTES_PER_SECOND, 1.4 * LeakingProgram.BYTES_PER_SECOND);
  }

  private List<Finding> found(String collector, boolean leaks) {
    Summary summary =
        Analyzer.summary(List.of(recording(collector, leaks)), Analyzer.QUIET).settled();
    return detector.detect(new Workload(summary)) instanceof Diagnosis.Found found
        ? found.findings()
        : List.of();
  }

  private Map<String, Process> start(int feature, boolean leaks) throws IOException {
    Map<String, Process> processes = new TreeMap<>();
    for (String collector : COLLECTORS) {
      List<String> options =
          List.of(
              "-Xmx256m",
              "-XX:+" + collector,
              "-XX:StartFlightRecording=settings=profile,filename=" + recording(collector, leaks));
      Path output = Files.createTempFile(folder, collector, ".txt");
      processes.put(
          collector,
          InstalledJdks.start(feature, LeakingProgram.class, options, Boolean.toString(leaks))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start());
    }
    return processes;
  }

  private Path recording(String collector, boolean leaks) {
    return folder.resolve(collector + (leaks ? "-leaks" : "-calm") + ".jfr");
  }

  static Set<Integer> jdks() {
    return InstalledJdks.byFeature().keySet();
  }
}
