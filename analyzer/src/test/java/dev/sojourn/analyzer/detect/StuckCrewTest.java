package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import org.junit.jupiter.api.Test;

final class StuckCrewTest {
  private static final int SECONDS = 30;
  private static final int SILENT_FROM = 10;
  private static final String POOL = "office-*";
  private static final DeadlockDetector DEADLOCK = new DeadlockDetector();
  private static final Summary CALLER =
      Pools.waits("main", Component.PARKED, SECONDS, 40, 20, "com.acme.Load.next");

  @Test
  void poolThatFallsSilentWhileWorkGoesOnComing_isStuck() {
    assertThat(silent().plus(CALLER).foundBy(DEADLOCK))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
              assertThat(finding.jobs()).containsExactly(POOL);
              assertThat(finding.culprit().executor()).isEqualTo(POOL);
            });
  }

  @Test
  void poolThatGetsNoWorkAnyMore_isIdle() {
    Summary load = Pools.waits("main", Component.PARKED, SILENT_FROM, 40, 20, "com.acme.Load.next");

    assertThat(silent().plus(load).detectBy(DEADLOCK)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  @Test
  void whoWakesUpSeldom_givesNoWork() {
    Summary watch = Pools.waits("watch", Component.SLEPT, SECONDS, 1, 900, "com.acme.Watch.run");

    assertThat(silent().plus(watch).foundBy(DEADLOCK)).isEmpty();
  }

  @Test
  void poolThatAnotherTookOverFrom_isNotStuck() {
    Summary next =
        Pools.pool(
            "next-*",
            8,
            SECONDS,
            second -> second < SILENT_FROM ? Pools.second(0, 0, 0) : Pools.second(40, 7, 0.5));

    assertThat(silent().plus(CALLER).plus(next).foundBy(DEADLOCK)).isEmpty();
  }

  @Test
  void poolWhoseTasksWaitForTasks_starves() {
    Summary waits =
        Pools.waits(
            POOL,
            Component.PARKED,
            SILENT_FROM,
            2,
            20,
            "java.util.concurrent.FutureTask.awaitDone",
            "java.util.concurrent.FutureTask.get",
            "com.acme.Menu.run",
            "java.util.concurrent.ThreadPoolExecutor.runWorker");
    Scene scene = silent().plus(CALLER).plus(waits);

    assertThat(scene.foundBy(new QueueingDetector(Kind.POOL_STARVATION)))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.culprit().method()).isEqualTo("com.acme.Menu.run"));
    assertThat(scene.foundBy(DEADLOCK)).isEmpty();
  }

  private static Scene silent() {
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .plus(Pools.pool(POOL, 8, SILENT_FROM, second -> Pools.second(40, 7.9, 0.05)));
  }
}
