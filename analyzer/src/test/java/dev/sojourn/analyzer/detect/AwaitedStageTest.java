package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Doing;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AwaitedStageTest {
  private static final LockKey ROOM =
      new LockKey("com.acme.Hopper.pour", "com.acme.Hopper", LockKey.Family.WAIT_SET);

  @Test
  void poolWhoseJobsWaitForOneThread_hasASerialStageThere() {
    Finding finding = saturated(30, "drier").findings().findings().get(0);

    assertThat(finding.kind()).isEqualTo(Kind.SERIAL_STAGE);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Drier.dry");
    assertThat(finding.jobs()).containsExactly("weigh");
  }

  @ParameterizedTest
  @CsvSource({"5, drier", "30, ''"})
  void poolWhoseJobsWaitLittle_orForSeveralThreads_hasTooFew(double waitedMillis, String thread) {
    assertThat(saturated(waitedMillis, thread).findings().findings())
        .extracting(Finding::kind)
        .contains(Kind.THREAD_POOL_SATURATION)
        .doesNotContain(Kind.SERIAL_STAGE);
  }

  @Test
  void waitsOfAPoolThatHasThreadsToSpare_areNone() {
    List<Finding> findings = weighing(30, "drier", 0).findings().findings();

    assertThat(findings).extracting(Finding::kind).doesNotContain(Kind.SERIAL_STAGE);
  }

  private static Scene saturated(double waitedMillis, String thread) {
    return weighing(waitedMillis, thread, 9);
  }

  private static Scene weighing(double waitedMillis, String thread, int queued) {
    return Scene.lasting(60)
        .job(
            "weigh",
            "scales",
            50,
            second -> 1,
            Map.of(Component.QUEUED, 100.0, Component.WAITED, waitedMillis, Component.FILE, 6.0))
        .executor("scales", 4, queued > 0 ? 4 : 2, second -> queued, second -> 50 * second)
        .lockOf(
            Map.of(Actor.job("weigh"), 50 * 60 * waitedMillis),
            ROOM,
            new LockOwner("com.acme.Drier.dry", 51, Actor.job("dry"), thread),
            new Doing(Component.SLEPT, ""));
  }
}
