package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolStarvationTest {
  private static final String FORK_JOIN = "java.util.concurrent.ForkJoinPool";
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";

  @Test
  void tasksThatWaitForTasksOfTheirOwnPool_starveIt() {
    Finding finding =
        full("workers", POOL, 30, "java.util.concurrent.FutureTask.get", "com.acme.Order.join")
            .foundBy(new QueueingDetector(Kind.POOL_STARVATION))
            .get(0);

    assertThat(finding.culprit().executor()).isEqualTo("workers");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Order.join");
  }

  @ParameterizedTest
  @CsvSource({"11, POOL_STARVATION", "9, THREAD_POOL_SATURATION"})
  void threadsMustStandStillForHalfOfTheirTime(double parkedMillis, Kind expected) {
    Scene scene =
        full("workers", POOL, parkedMillis, "java.util.concurrent.FutureTask.get", "com.acme.A.b");

    assertThat(kinds(scene)).containsExactly(expected);
  }

  @Test
  void whatBlocksTheCommonPool_starvesIt_whateverItWaitsFor() {
    Scene common = full("ForkJoinPool.commonPool", FORK_JOIN, 30, "com.acme.Http.ask");
    Scene other = full("workers", POOL, 30, "com.acme.Http.ask");

    assertThat(kinds(common)).containsExactly(Kind.POOL_STARVATION);
    assertThat(kinds(other)).containsExactly(Kind.THREAD_POOL_SATURATION);
  }

  @Test
  void whatASubmittedTaskWaitsFor_isNotTheTaskItIs() {
    Scene scene =
        full("workers", POOL, 30, "com.acme.Http.ask", "java.util.concurrent.FutureTask.run");

    assertThat(kinds(scene)).containsExactly(Kind.THREAD_POOL_SATURATION);
  }

  @ParameterizedTest
  @CsvSource({"20, POOL_STARVATION", "0, THREAD_POOL_SATURATION"})
  void whereHardlyARunEnds_someWaitsForTasksAreEnough(double forTasksMillis, Kind expected) {
    Scene stuck =
        Scene.lasting(60)
            .job(
                "order",
                "workers",
                1,
                second -> 1,
                Map.of(Component.QUEUED, 80.0, Component.PARKED, 30.0))
            .plus(Signals.waits(Component.PARKED, "order", 100, "com.acme.Http.ask"))
            .plus(
                Signals.waits(
                    Component.PARKED,
                    "order",
                    forTasksMillis,
                    "java.util.concurrent.FutureTask.get"))
            .plus(
                Signals.executor(
                    60, "workers", POOL, second -> Signals.state(2, 2, 20L * second, second, 0)));

    assertThat(kinds(stuck)).contains(expected);
  }

  private static List<Kind> kinds(Scene scene) {
    return scene.findings().findings().stream()
        .filter(finding -> finding.culprit().executor().length() > 0)
        .map(Finding::kind)
        .toList();
  }

  /** A pool that is full all the time, of tasks that are parked for a while and compute 10 ms. */
  private static Scene full(String pool, String className, double parkedMillis, String... stack) {
    Map<Component, Double> run =
        Map.of(Component.QUEUED, 80.0, Component.PARKED, parkedMillis, Component.CPU, 10.0);
    return Scene.lasting(60)
        .job("order", pool, 20, second -> 1, run)
        .plus(Signals.waits(Component.PARKED, "order", 1200 * parkedMillis, stack))
        .plus(
            Signals.executor(
                60, pool, className, second -> Signals.state(2, 2, 8, 20L * second, 0)));
  }
}
