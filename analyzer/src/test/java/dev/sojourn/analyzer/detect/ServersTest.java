package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServersTest {
  private final Detector downstream = new DownstreamLatencyDetector();

  @Test
  void whoAnswersConnectionsFromManyPorts_waitsForNobody() {
    Scene scene = Scene.lasting(60).job("serve", 1, Map.of(Component.SOCKET, 900.0));
    for (int port = 0; port < 60; port++) {
      scene = scene.socket("localhost:" + (40_000 + port), "serve", 9, 100);
    }

    assertThat(scene.foundBy(downstream)).isEmpty();
  }

  @Test
  void whoAsksOnePortInEachRun_waitsForIt() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 1, Map.of(Component.SOCKET, 900.0))
            .socket("localhost:40000", "order", 540, 100);

    assertThat(scene.foundBy(downstream))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }
}
