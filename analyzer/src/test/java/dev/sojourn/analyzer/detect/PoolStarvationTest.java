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
  void tasksThatRunInsideAFuture_doNotWaitForOne() {
    Scene scene =
        full(
            "workers",
            POOL,
            30,
            "java.lang.Thread.sleep",
            "com.acme.Export.call",
            "java.util.concurrent.FutureTask.run",
            "java.util.concurrent.ThreadPoolExecutor.runWorker");

    assertThat(kinds(scene)).containsExactly(Kind.THREAD_POOL_SATURATION);
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

  @Test
  void tasksThatQueueBehindThoseThatWaitForThem_starveNowAndThen() {
    Finding finding =
        chapters("desk", "desk").foundBy(new QueueingDetector(Kind.POOL_STARVATION)).get(0);

    assertThat(finding.culprit().method()).isEqualTo("com.acme.Document.call");
    assertThat(finding.jobs()).containsExactlyInAnyOrder("chapter", "document");
  }

  @Test
  void tasksThatOthersWaitFor_haveThemForVictims() {
    Scene apart = chapters("desk", "editors");

    assertThat(apart.foundBy(new QueueingDetector(Kind.POOL_STARVATION))).isEmpty();
    assertThat(apart.foundBy(new QueueingDetector(Kind.SERIAL_STAGE)).get(0).jobs())
        .containsExactlyInAnyOrder("chapter", "document");
  }

  @Test
  void tasksThatAreRefusedBecauseOthersWaitForThem_starve() {
    Scene refusing =
        chapters("desk", "desk")
            .plus(
                Signals.executor(
                    60, "desk", POOL, second -> Signals.state(8, 8, 9, 80L * second, 8L * second)));

    assertThat(kinds(refusing)).containsExactly(Kind.POOL_STARVATION);
  }

  /** Documents in one pool that wait for chapters in another, where these queue. */
  private static Scene chapters(String chapters, String documents) {
    boolean same = chapters.equals(documents);
    return Scene.lasting(60)
        .job("document", documents, 20, second -> 1, Map.of(Component.PARKED, 40.0))
        .job(
            "chapter",
            chapters,
            60,
            second -> 1,
            Map.of(Component.QUEUED, 30.0, Component.SLEPT, 14.0))
        .plus(
            Signals.waits(
                Component.PARKED,
                "document",
                1200 * 40.0,
                "java.util.concurrent.FutureTask.get",
                "com.acme.Document.call"))
        .plus(Signals.waits(Component.SLEPT, "chapter", 3600 * 14.0, "com.acme.Chapter.call"))
        .plus(
            Signals.executor(
                60,
                chapters,
                POOL,
                second ->
                    same && second % 4 > 0
                        ? Signals.state(8, 3, 0, 80L * second, 0)
                        : Signals.state(same ? 8 : 1, same ? 8 : 1, 9, 80L * second, 0)));
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

  @Test
  void slowTasksInTheCommonPool_starveAllThatShareIt_insteadOfStandingBeforeAQueue() {
    Scene common = scansAndQuotes("ForkJoinPool.commonPool", FORK_JOIN);
    Scene other = scansAndQuotes("workers", POOL);

    assertThat(kinds(common)).containsExactly(Kind.POOL_STARVATION);
    assertThat(kinds(other)).containsExactly(Kind.HEAD_OF_LINE_BLOCKING);
  }

  private static Scene scansAndQuotes(String pool, String className) {
    return Scene.lasting(60)
        .job("scan", pool, 10, second -> 1, Map.of(Component.QUEUED, 80.0, Component.SLEPT, 140.0))
        .job("quote", pool, 50, second -> 1, Map.of(Component.QUEUED, 80.0, Component.CPU, 1.0))
        .plus(Signals.waits(Component.SLEPT, "scan", 600 * 140.0, "com.acme.Scan.call"))
        .plus(
            Signals.executor(
                60, pool, className, second -> Signals.state(2, 2, 8, 60L * second, 0)));
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
