package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileIoDetectorTest {
  private final Detector detector = new FileIoDetector();

  @Test
  void waitingForFiles_namesTheSlowestAndWhere() {
    Scene scene =
        writing(20)
            .plus(
                file("/var/audit.log", EndpointKey.Operation.FORCE, 24_000, "com.acme.Audit.sync"))
            .plus(file("/var/other.log", EndpointKey.Operation.WRITE, 100, "com.acme.Log.write"));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.culprit().path()).isEqualTo("/var/audit.log");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Audit.sync");
    assertThat(finding.evidence().get(0).label()).isEqualTo("times force");
  }

  @ParameterizedTest
  @CsvSource({
    "/in/1.csv, /in/2.csv, /in/3.csv, /in/*.csv",
    "/in/a.csv, /in/b.csv, /in/c.csv, /in",
    "/a/in.csv, /b/in.csv, /c/in.csv, ''",
    "/a/in.csv, /b/in.csv, /b/in.csv, /b/in.csv"
  })
  void filesOfWhichNoneTakesMost_areNamedByWhatTheyHaveInCommon(
      String one, String two, String three, String expected) {
    Finding finding =
        writing(20).plus(read(one)).plus(read(two)).plus(read(three)).foundBy(detector).get(0);

    assertThat(finding.culprit().path()).isEqualTo(expected);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.In.read");
    assertThat(finding.evidence()).contains(Evidence.count("times read", 300));
  }

  @Test
  void threadsThatReadWhereOthersHaveTheProcessors_areNoAlarm() {
    Scene scene =
        Scene.lasting(60)
            .threads("reader-*", Map.of(Component.FILE, 8_000.0, Component.CPU, 2_000.0))
            .plus(read("/in/a.csv"));

    assertThat(scene.cpu(0.2, 0.5).foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
    assertThat(scene.cpu(0.2, 0.95).foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({"4, INFO", "6, CRITICAL"})
  void jobThatTheClockStarts_mayTakeItsTime(int runsPerSecond, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job("order", runsPerSecond, Map.of(Component.FILE, 50.0, Component.LATE, 0.1))
            .plus(file("/a", EndpointKey.Operation.FORCE, 12_000, "com.acme.Log.flush"));

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void jobThatWritesALittle_isSilent() {
    Scene scene =
        writing(0.4).plus(file("/a", EndpointKey.Operation.WRITE, 480, "com.acme.Log.write"));

    assertThat(scene.detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingWithoutFileEvents_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene writing(double millis) {
    return Scene.lasting(60).job("order", 20, Map.of(Component.FILE, millis, Component.CPU, 10.0));
  }

  private static Summary read(String path) {
    return file(path, EndpointKey.Operation.READ, 8_000, "com.acme.In.read");
  }

  private static Summary file(
      String path, EndpointKey.Operation operation, double millis, String method) {
    return Signals.file(path, operation, "order", millis, method);
  }
}
