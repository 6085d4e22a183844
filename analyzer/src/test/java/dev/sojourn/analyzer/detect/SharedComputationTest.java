package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class SharedComputationTest {
  private static final int SECONDS = 30;
  private static final int RUNS_PER_SECOND = 20;
  private static final int WAITS_PER_SECOND = 5;

  private static final String[] WAITING = {
    "java.util.concurrent.locks.LockSupport.park",
    "com.cache.Entry.waitForValue",
    "com.cache.Cache.get",
    "com.acme.Draw.run"
  };
  private static final String[] LOADING = {
    "java.lang.Thread.sleep",
    "com.acme.Disk.seek",
    "com.acme.Tiles.render",
    "com.cache.Loader.load",
    "com.cache.Cache.get",
    "com.acme.Route.run"
  };

  private final Detector detector = new LockContentionDetector();

  @Test
  void waitsForWhatAnotherRunLoads_nameTheLoading() {
    assertThat(scene(loads(1, second -> 250, LOADING), WAITING).foundBy(detector))
        .singleElement()
        .satisfies(SharedComputationTest::namesRender);
  }

  private static void namesRender(Finding found) {
    assertThat(found.kind()).isEqualTo(Kind.LOCK_CONTENTION);
    assertThat(found.severity()).isGreaterThanOrEqualTo(Severity.WARNING);
    assertThat(found.culprit().method()).isEqualTo("com.acme.Tiles.render");
    assertThat(found.culprit().className()).isEqualTo("com.cache.Cache");
    assertThat(found.jobs()).containsExactly("draw");
  }

  @Test
  void lambdaThatAnotherThreadRuns_belongsToTheMethodItWasWrittenIn() {
    Summary loads =
        loads(
            1,
            second -> 250,
            "java.lang.Thread.sleep",
            "com.acme.Tiles.render",
            "com.cache.Cache.lambda$get$0",
            "java.util.concurrent.ThreadPoolExecutor.runWorker");

    assertThat(scene(loads, WAITING).foundBy(detector)).hasSize(1);
  }

  @Test
  void runsThatWaitAndThenLoadThemselves_shareNothing() {
    Summary loads = loads(WAITS_PER_SECOND, second -> 250, LOADING);

    assertThat(scene(loads, WAITING).foundBy(detector)).isEmpty();
  }

  @Test
  void waitsThatLastLongerThanAnyLoad_areForSomethingElse() {
    assertThat(scene(loads(1, second -> 60, LOADING), WAITING).foundBy(detector)).isEmpty();
  }

  @Test
  void waitsAtOtherTimes_areForSomethingElse() {
    Summary loads = Signals.waitsBySecond(Component.SLEPT, "route", 10, 1, s -> 250, LOADING);

    assertThat(scene(loads, WAITING).foundBy(detector)).isEmpty();
  }

  @Test
  void jobThatWaitsHereAndSleepsThere_sharesNothingInItsOwnMethod() {
    Summary sleeps =
        loads(1, second -> 250, "java.lang.Thread.sleep", "com.acme.Nap.take", "com.acme.Draw.run");
    Scene scene = scene(sleeps, "java.util.concurrent.locks.LockSupport.park", "com.acme.Draw.run");

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  private static Summary loads(int perSecond, IntToDoubleFunction millis, String... stack) {
    return Signals.waitsBySecond(Component.SLEPT, "route", SECONDS, perSecond, millis, stack);
  }

  private static Scene scene(Summary loads, String... waiting) {
    return Scene.lasting(SECONDS)
        .job("draw", RUNS_PER_SECOND, Map.of(Component.PARKED, 30.0, Component.CPU, 5.0))
        .job("route", RUNS_PER_SECOND, Map.of(Component.SLEPT, 12.0, Component.CPU, 5.0))
        .plus(loads)
        .plus(
            Signals.waitsBySecond(
                Component.PARKED, "draw", SECONDS, WAITS_PER_SECOND, second -> 120, waiting));
  }
}
