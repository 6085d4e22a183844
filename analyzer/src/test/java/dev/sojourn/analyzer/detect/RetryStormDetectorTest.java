package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AgentStatistics;
import dev.sojourn.analyzer.summary.Agents;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.WorkSource;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryStormDetectorTest {
  private static final int RUNS = 60 * 20;

  private static final Agents AGENT =
      new Agents(
          Map.of("jvm", new AgentStatistics(0, "1", "", 0, 0, "", 0, 0, 0, 0, 0, 0, "full")));

  private final Detector detector = new RetryStormDetector();

  @Test
  void endpointAskedAgainAndAgainWhileThingsFail_isNamed() {
    Finding finding = asking(3, 2).foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.jobs()).containsExactly("notify");
    assertThat(finding.culprit().endpoint()).isEqualTo("mail:25");
  }

  @Test
  void clientThatAsksAgainAndAgain_isNamed() {
    Scene scene =
        Scene.lasting(30)
            .job("quote", 1, Map.of(Component.PARKED, 200.0))
            .plus(
                Signals.waits(
                    Component.PARKED,
                    "quote",
                    30 * 200.0,
                    "java.net.http.HttpClient.send",
                    "com.acme.Bank.ask"))
            .plus(Signals.exceptions(30, 3));

    assertThat(scene.foundBy(detector))
        .extracting(finding -> finding.culprit().method())
        .containsExactly("com.acme.Bank.ask");
  }

  @ParameterizedTest
  @CsvSource({"1.6, 1.1, 1", "1.4, 1.1, 0", "1.6, 0.4, 0"})
  void triesAndFailuresPerRun_bothDecide(double tries, double failures, int findings) {
    assertThat(asking(tries, failures).foundBy(detector)).hasSize(findings);
  }

  @Test
  void answersThatAreReadAtTwoPlaces_areNotAskedForTwice() {
    Scene scene =
        Scene.lasting(60)
            .job("order", 20, Map.of(Component.SOCKET, 40.0))
            .socket("shop:80", "order", 24, RUNS, 5)
            .socket("shop:80", "order", 26, RUNS, 35)
            .plus(Signals.exceptions(60, 20));

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @Test
  void runsOfOtherJobs_doNotHideAStorm() {
    Scene scene = asking(3, 2).job("tick", 1000, Map.of(Component.CPU, 0.1));

    assertThat(scene.foundBy(detector)).hasSize(1);
  }

  @Test
  void exceptionsOfAnotherMatter_areNone() {
    Scene scene = asking(3, 25);

    assertThat(scene.foundBy(detector)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.21, 1", "0.19, 0"})
  void pausesOfAJobWhoseOwnRunsFail_areRetries(double failedShare, int findings) {
    Scene scene =
        Scene.lasting(60)
            .failingJob("notify", 100, failedShare, Map.of(Component.SLEPT, 40.0))
            .plus(Signals.waits(Component.SLEPT, "notify", 6_000 * 40.0, "com.acme.Retry.pause"))
            .plus(Signals.exceptions(60, 200));

    assertThat(scene.foundBy(detector)).hasSize(findings);
    assertThat(scene.foundBy(detector))
        .allMatch(finding -> finding.culprit().method().equals("com.acme.Retry.pause"));
  }

  @Test
  void exceptionsOfStopping_areNoFailuresOfTheRuns() {
    Scene pausing =
        Scene.lasting(60)
            .job("refresh", 1, Map.of(Component.SLEPT, 400.0))
            .plus(Signals.waits(Component.SLEPT, "refresh", 24_000.0, "com.acme.Prices.load"));

    assertThat(pausing.plus(Signals.exceptions(60, 1)).foundBy(detector)).hasSize(1);
    assertThat(pausing.plus(Signals.exceptions(60, 0.7)).foundBy(detector)).isEmpty();
    assertThat(pausing.plus(Signals.exceptionsAndMoreAtTheEnd(60, 0.7)).foundBy(detector))
        .isEmpty();
  }

  @Test
  void exceptionsOfASecond_areNoFailuresOfTheRuns() {
    Scene pausing =
        Scene.lasting(60)
            .failingJob("notify", 100, 0.21, Map.of(Component.SLEPT, 40.0))
            .plus(Signals.waits(Component.SLEPT, "notify", 6_000 * 40.0, "com.acme.Notify.run"));

    assertThat(pausing.plus(Signals.exceptions(60, 200)).foundBy(detector)).hasSize(1);
    assertThat(pausing.plus(Signals.exceptionsAtOnce(60, 12_000)).foundBy(detector)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0.9, 1", "1.2, 1"})
  void pauseThatEachRunMakesOnce_isNoRetry(double pausesPerRun, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("answer", 100, Map.of(Component.SLEPT, 7.0))
            .plus(
                Signals.waitsBySecond(
                    Component.SLEPT,
                    "answer",
                    60,
                    (int) (100 * pausesPerRun),
                    second -> 7,
                    "com.acme.Http.answer"))
            .plus(Signals.exceptions(60, 100));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  /** Two lambdas of one method go by one name. */
  @ParameterizedTest
  @CsvSource({"50, 0", "40, 1"})
  void pauseThatEachRunMakesAtOneOfTwoPlaces_isNoRetry(int atTheOther, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("answer", 100, Map.of(Component.SLEPT, 7.0))
            .plus(
                Signals.waitsBySecond(
                    Component.SLEPT, "answer", 60, 50, second -> 7, "com.acme.Fog.ask"))
            .plus(
                Signals.waitsBySecond(
                    Component.SLEPT, "answer", 60, atTheOther, second -> 7, "com.acme.Rain.ask"))
            .plus(Signals.exceptions(60, 60));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"0.6, 100, 0", "0.6, 60, 1", "1, 100, 1"})
  void pauseOfRunsThatFailNoMoreThanOthers_isNoRetry(
      double failedShare, int pausesPerSecond, int findings) {
    Scene scene =
        Scene.lasting(60)
            .failingJob("reserve", 100, failedShare, Map.of(Component.SLEPT, 7.0))
            .plus(
                Signals.waitsBySecond(
                    Component.SLEPT,
                    "reserve",
                    60,
                    pausesPerSecond,
                    second -> 7,
                    "com.acme.Seats.pay"))
            .plus(Signals.exceptions(60, (int) (100 * failedShare)));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Busy, 20, .5, 1",
    "java.net.ConnectException, 20, .5, 1",
    "java.lang.IllegalStateException, 20, .5, 1",
    "java.util.concurrent.RejectedExecutionException, 20, .5, 1",
    "java.lang.NumberFormatException, 20, .5, 0",
    "java.util.NoSuchElementException, 20, .5, 0",
    "com.acme.Busy, 1, 11, 0",
    "com.acme.Busy, 1, 9, 1",
    "com.acme.Busy, 0.4, 9, 0",
    "com.acme.Busy, 2, .5, 0"
  })
  void whatFailsAgainAtOnce_isTriedAgain(
      String failureClass, double repeatedPerRun, double apartMillis, int findings) {
    Scene scene =
        Scene.lasting(60)
            .job("open", 20, Map.of(Component.CPU, 12.0, Component.UNEXPLAINED, 8.0))
            .plus(
                Signals.repeated("open", failureClass, (int) (RUNS * repeatedPerRun), apartMillis))
            .plus(Signals.exceptions(60, 20 * 20));

    assertThat(scene.foundBy(detector)).filteredOn(found -> !isInfo(found)).hasSize(findings);
    assertThat(scene.foundBy(detector))
        .allMatch(finding -> finding.culprit().method().equals("com.acme.Door.open"))
        .allMatch(finding -> finding.culprit().className().equals(failureClass));
  }

  private static boolean isInfo(Finding finding) {
    return finding.severity() == Severity.INFO;
  }

  /** Threads of the program's own begin a task whenever they stop waiting for one. */
  @ParameterizedTest
  @CsvSource({"3, 2, 1", "1, 2, 0", "3, 0.1, 0"})
  void threadsThatAskAgainInATask_areNamed(double tries, double failures, int findings) {
    Scene scene = threadsAsking(tries, failures).plus(Signals.agent());

    assertThat(scene.foundBy(detector))
        .hasSize(findings)
        .allMatch(finding -> finding.jobs().equals(List.of("sender-*")));
  }

  /** Without the agent, shorter waits for work than JFR's threshold are not seen. */
  @Test
  void threadsOfWhichTheAgentDoesNotTell_cannotTell() {
    assertThat(threadsAsking(3, 2).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene threadsAsking(double triesPerRun, double failuresPerRun) {
    int count = (int) (RUNS * triesPerRun);
    WorkerTimes second =
        Pools.second(20, 1.4, WorkSource.QUEUE).plus(Pools.second(0, 0, Component.SOCKET, 0.6));
    return Scene.lasting(60)
        .plus(Pools.pool("sender-*", 2, 60, each -> second))
        .socket("mail:25", Actor.threads("sender-1"), 9, count, 36_000.0 / count)
        .plus(Signals.exceptions(60, 20 * failuresPerRun));
  }

  @Test
  void recordingWithoutJobs_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
    assertThat(Scene.lasting(60).plus(SummaryParts.of(AGENT)).detectBy(detector))
        .isEqualTo(
            new Diagnosis.CannotTell(
                "no runs of jobs were recorded: the agent met none; its option jobs can name"
                    + " some"));
  }

  private static Scene asking(double triesPerRun, double failuresPerRun) {
    return Scene.lasting(60)
        .job("notify", 20, Map.of(Component.SOCKET, 30.0, Component.CPU, 1.0))
        .socket("mail:25", "notify", (int) (RUNS * triesPerRun), 30 / triesPerRun)
        .plus(Signals.exceptions(60, 20 * failuresPerRun * 60 / 59));
  }
}
