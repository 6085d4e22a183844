package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.WorkSource;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedCrewTest {
  private static final int SECONDS = 20;
  private static final String GET = "java.util.concurrent.FutureTask.get";

  private final Detector detector = new QueueingDetector(Kind.THREAD_POOL_SATURATION);

  @Test
  void threadsThatJobsWaitFor_andNeverWaitForWork_areTooFew() {
    Finding finding = kitchen(200, 2, 0.02, GET).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("serve");
    assertThat(finding.culprit().executor()).isEqualTo("cook-*");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Oven.bake");
  }

  @ParameterizedTest
  @CsvSource({
    "80, 2, .02, java.util.concurrent.FutureTask.get", // few wait
    "200, 2, .9, java.util.concurrent.FutureTask.get", // threads wait for work
    "200, 2, .02, java.net.http.HttpClient.send" // it is an answer that they wait for
  })
  void otherThreads_areEnough(double waitMillis, int threads, double idleSeconds, String method) {
    assertThat(kitchen(waitMillis, threads, idleSeconds, method).foundBy(detector)).isEmpty();
  }

  @Test
  void oneThread_isASerialStage() {
    Scene scene = kitchen(200, 1, 0.02, GET);

    assertThat(scene.foundBy(detector)).isEmpty();
    assertThat(scene.foundBy(new QueueingDetector(Kind.SERIAL_STAGE))).hasSize(1);
  }

  @Test
  void tasksThatMayBeAnExecutors_areNoneOfTheirs() {
    Scene scene =
        kitchen(200, 2, 0.02, GET)
            .job("bake", "ovens", 40, second -> 1, Map.of(Component.SLEPT, 190.0));

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void withoutJobs_threadsThatWaitForTasksAreVictims() {
    Finding finding = studio(6, 0, "com.acme.Order.await").foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.jobs()).containsExactly("editor-*");
    assertThat(finding.culprit().executor()).isEqualTo("cook-*");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Oven.bake");
  }

  @ParameterizedTest
  @CsvSource({
    "4, com.acme.Order.await", // few wait
    "6, com.acme.Orders.take", // they wait for work themselves
    "6, com.acme.Orders.put" // and these for room
  })
  void withoutJobs_othersWhoWait_areNoVictims(int waiting, String method) {
    assertThat(studio(waiting, 0, method).foundBy(detector)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"24, 1", "36, 0"})
  void withoutJobs_threadsThatDoOtherThingsBesides_areVictimsAsLongAsTheyNotice(
      int asleep, int findings) {
    assertThat(studio(6, asleep, "com.acme.Order.await").foundBy(detector)).hasSize(findings);
  }

  /** Threads that wait for tasks of two others, which hardly ever wait for work. */
  private static Scene studio(int waiting, int asleep, String method) {
    WorkerTimes second = Pools.second(0, 0, 1.98).plus(Pools.second(0, 0.02, WorkSource.QUEUE));
    WorkerTimes first = Pools.second(0, 0, 1).plus(Pools.second(2, 1, WorkSource.QUEUE));
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .threads(
            "editor-*",
            Map.of(
                Component.WAITED,
                1000.0 * waiting * SECONDS,
                Component.SLEPT,
                1000.0 * asleep * SECONDS))
        .plus(
            Pools.waits(
                "editor-*",
                Component.WAITED,
                SECONDS,
                waiting,
                900,
                "java.lang.Object.wait",
                method))
        .plus(Pools.pool("cook-*", 2, SECONDS, s -> s == 0 ? first : second))
        .plus(Pools.waits("cook-*", Component.SLEPT, SECONDS, 20, 80, "com.acme.Oven.bake"));
  }

  /** Forty runs a second that wait for tasks, and threads that take from a queue of their own. */
  private static Scene kitchen(
      double waitMillis, int threads, double idleSeconds, String... waiting) {
    WorkerTimes second =
        Pools.second(0, 0, threads - idleSeconds)
            .plus(Pools.second(1, idleSeconds, WorkSource.QUEUE));
    return Scene.lasting(SECONDS)
        .cpu(0.1, 0.2)
        .job("serve", 40, Map.of(Component.PARKED, waitMillis, Component.CPU, 1.0))
        .plus(
            Signals.waits(
                Component.PARKED,
                "serve",
                SECONDS * 40 * waitMillis,
                waiting[0],
                "com.acme.Table.serve"))
        .plus(Pools.pool("cook-*", threads, SECONDS, s -> second))
        .plus(
            Pools.waits(
                "cook-*", Component.SLEPT, SECONDS, 20, 40 * threads, "com.acme.Oven.bake"));
  }
}
