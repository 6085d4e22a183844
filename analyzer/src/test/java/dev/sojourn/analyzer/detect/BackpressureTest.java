package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockOwner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackpressureTest {
  private static final String PUT = "java.util.concurrent.ArrayBlockingQueue.put";
  private static final LockOwner CUTTER =
      new LockOwner("com.acme.Mill.pause", 12, Actor.job("com.acme.Saw.cut"), "saw-0");
  private static final LockOwner STACKER =
      new LockOwner("com.acme.Mill.pause", 12, Actor.job("com.acme.Stacker.stack"), "stacker");

  @Test
  void jobsOnThreadsOfTheirOwn_thatWaitForRoom_haveASerialStage() {
    Finding finding = found(mill(100).plus(LockSignals.room("yard", PUT, "bark", 80_000, CUTTER)));

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("bark");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Saw.cut");
    assertThat(finding.culprit().thread()).isEqualTo("saw-0");
  }

  @Test
  void stageThatWaitsForTheNext_isItsVictim() {
    Finding finding =
        found(
            mill(100)
                .job("com.acme.Stacker.stack", 10, Map.of(Component.SLEPT, 60.0))
                .plus(LockSignals.room("yard", PUT, "bark", 80_000, CUTTER))
                .plus(LockSignals.room("boards", PUT, "com.acme.Saw.cut", 40_000, STACKER)));

    assertThat(finding.culprit().method()).isEqualTo("com.acme.Stacker.stack");
    assertThat(finding.jobs()).containsExactly("bark", "com.acme.Saw.cut");
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.LinkedBlockingQueue.take, 80000",
    "java.util.concurrent.ArrayBlockingQueue.put, 40000"
  })
  void whoWaitsForWork_orWorksMostly_isNotHeldUp(String method, double waitedMillis) {
    assertThat(
            stages(mill(100).plus(LockSignals.room("yard", method, "bark", waitedMillis, CUTTER))))
        .isEmpty();
  }

  @Test
  void jobsThatSeveralThreadsMakeRoomFor_haveNone() {
    Scene scene =
        mill(100)
            .plus(LockSignals.room("yard", PUT, "bark", 40_000, CUTTER))
            .plus(
                LockSignals.room(
                    "yard",
                    PUT,
                    "bark",
                    40_000,
                    new LockOwner("com.acme.Mill.pause", 12, CUTTER.actor(), "saw-1")));

    assertThat(stages(scene)).isEmpty();
  }

  @Test
  void jobsOfASampledPool_areToldByItsQueue() {
    Scene scene =
        mill(100)
            .plus(LockSignals.room("yard", PUT, "bark", 80_000, CUTTER))
            .executor("workers", 4, 2, second -> 0, second -> 10 * second);

    assertThat(stages(scene)).isEmpty();
  }

  private static Finding found(Scene scene) {
    List<Finding> stages = stages(scene);
    assertThat(stages).hasSize(1);
    return stages.get(0);
  }

  private static List<Finding> stages(Scene scene) {
    return scene.foundBy(new QueueingDetector(Kind.SERIAL_STAGE));
  }

  /** A thousand logs to bark in a minute and a half, and as many to cut. */
  private static Scene mill(double barkMillis) {
    return Scene.lasting(100)
        .job("bark", 10, Map.of(Component.WAITED, barkMillis))
        .job("com.acme.Saw.cut", 10, Map.of(Component.WAITED, 40.0, Component.SLEPT, 20.0));
  }
}
