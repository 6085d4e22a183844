package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  private static Summary file(
      String path, EndpointKey.Operation operation, double millis, String method) {
    return Signals.file(path, operation, "order", millis, method);
  }
}
