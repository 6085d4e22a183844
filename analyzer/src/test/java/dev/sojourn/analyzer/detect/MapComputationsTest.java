package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MapComputationsTest {
  private static final String PER_TASK = "java.util.concurrent.ThreadPerTaskExecutor";
  private static final String COMPUTE = "java.util.concurrent.ConcurrentHashMap.computeIfAbsent";

  @Test
  void timeOfVirtualThreadsThatNothingExplains_isOfTheMapThatComputesMeanwhile() {
    List<Finding> found = found(charging(30, PER_TASK, 60));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(found.get(0).confidence()).isEqualTo(Confidence.LOW);
    assertThat(found.get(0).culprit().method()).isEqualTo("com.acme.Plans.find");
    assertThat(found.get(0).jobs()).containsExactly("charge");
  }

  @ParameterizedTest
  @CsvSource({
    "19, java.util.concurrent.ThreadPerTaskExecutor, 60",
    "30, java.util.concurrent.ThreadPoolExecutor, 60",
    "30, java.util.concurrent.ThreadPerTaskExecutor, 30"
  })
  void shortTimes_threadsOfAPool_orSecondsWithoutComputing_areSilent(
      double unexplainedMillis, String executor, int computingSeconds) {
    assertThat(found(charging(unexplainedMillis, executor, computingSeconds))).isEmpty();
  }

  private static List<Finding> found(Scene scene) {
    return scene.foundBy(new LockContentionDetector());
  }

  private static Scene charging(double unexplainedMillis, String executor, int computingSeconds) {
    return Scene.lasting(60)
        .job(
            "charge",
            "tasks",
            50,
            second -> 1,
            Map.of(Component.UNEXPLAINED, unexplainedMillis, Component.SLEPT, 5.0))
        .plus(
            Signals.executor(
                60, "tasks", executor, second -> Signals.state(0, 0, 0, 50L * second, 0)))
        .plus(
            Pools.waits(
                Actor.job("charge"),
                Component.SLEPT,
                computingSeconds,
                2,
                200,
                "com.acme.Plans.load",
                COMPUTE,
                "com.acme.Plans.find"));
  }
}
