package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DownstreamLatencyDetectorTest {
  private final Detector detector = new DownstreamLatencyDetector();

  @Test
  void slowEndpoint_isNamedWithThePlaceThatAsksIt() {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 5, Map.of(Component.SOCKET, 120.0, Component.CPU, 10.0))
            .socket("bank:443", "pay", 300, 120);

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.culprit().endpoint()).isEqualTo("bank:443");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Client.ask");
  }

  @Test
  void quickAnswersThatJobsWaitFor_areNoWarning() {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 5, Map.of(Component.SOCKET, 6.0, Component.CPU, 3.0))
            .socket("bank:443", "pay", 300, 6);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsOnly(Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({"4, INFO", "6, CRITICAL"})
  void jobThatTheClockStarts_mayTakeItsTime(int runsPerSecond, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job("poll", runsPerSecond, Map.of(Component.SOCKET, 100.0, Component.LATE, 0.1))
            .socket("bank:443", "poll", 60 * runsPerSecond, 100);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"61, CRITICAL", "59, INFO"})
  void medianAnswerOfSixtyMillis_isSlow(double millis, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 5, Map.of(Component.SOCKET, millis, Component.CPU, 3.0))
            .socket("bank:443", "pay", 300, millis);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"11, 85, CRITICAL", "11, 70, INFO", "9, 85, INFO"})
  void tenthOfTheAnswersThatIsMuchSlower_isSlow(int slow, double slowMillis, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 5, Map.of(Component.SOCKET, 19.0, Component.CPU, 3.0))
            .socket("bank:443", "pay", 3 * (100 - slow), 10)
            .socket("bank:443", "pay", 3 * slow, slowMillis);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void callersParkedInAClient_waitForItsAnswer() {
    Scene scene =
        Scene.lasting(60)
            .job("pay", 5, Map.of(Component.PARKED, 120.0))
            .plus(
                Signals.waits(
                    Component.PARKED,
                    "pay",
                    300 * 120.0,
                    "java.net.http.HttpClient.send",
                    "com.acme.Bank.ask"));

    assertThat(scene.foundBy(detector))
        .extracting(finding -> finding.culprit().method())
        .containsExactly("com.acme.Bank.ask");
  }

  @Test
  void callersOfAClient_whoGetQuickAnswers_areNoVictimsOfSlowOnes() {
    String[] asking = {"java.net.http.HttpClient.send", "com.acme.Remote.ask"};
    Scene scene =
        Scene.lasting(60)
            .job("export", 5, Map.of(Component.PARKED, 120.0))
            .job("domestic", 5, Map.of(Component.PARKED, 4.0))
            .plus(Signals.waits(Component.PARKED, "export", 300 * 120.0, asking))
            .plus(Signals.waits(Component.PARKED, "domestic", 300 * 4.0, asking));

    assertThat(scene.foundBy(detector))
        .filteredOn(finding -> finding.severity() != Severity.INFO)
        .flatExtracting(Finding::jobs)
        .containsExactly("export");
  }

  @Test
  void clientThatAsksSeveralSystems_isToldByTheWayToTheSlowOne() {
    String[] quick = {
      "java.net.http.HttpClient.send",
      "com.acme.Remote.ask",
      "com.acme.Pay.rate",
      "com.acme.Pay.run"
    };
    String[] slow = {
      "java.net.http.HttpClient.send",
      "com.acme.Remote.ask",
      "com.acme.Pay.check",
      "com.acme.Pay.run"
    };
    Scene scene =
        Scene.lasting(60)
            .job("pay", 5, Map.of(Component.PARKED, 124.0))
            .plus(Signals.waitsBySecond(Component.PARKED, "pay", 60, 5, second -> 4, quick))
            .plus(Signals.waitsBySecond(Component.PARKED, "pay", 60, 5, second -> 120, slow));

    assertThat(scene.foundBy(detector))
        .filteredOn(finding -> finding.severity() != Severity.INFO)
        .extracting(finding -> finding.culprit().method())
        .containsExactly("com.acme.Pay.check");
  }

  @ParameterizedTest
  @CsvSource({"0, INFO", "5, CRITICAL", "12, INFO"})
  void whereOthersHaveTheProcessors_whatTheCallerWaitsForOneTellsHowLateAnswersAre(
      double readyMillis, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .cpu(0.05, 0.99)
            .job("pay", 5, Map.of(Component.PARKED, 90.0, Component.READY, readyMillis))
            .plus(
                Signals.waitsBySecond(
                    Component.PARKED,
                    "pay",
                    60,
                    5,
                    second -> second < 10 ? 4 : 90,
                    "java.net.http.HttpClient.send",
                    "com.acme.Bank.ask"));

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"4, INFO", "90, CRITICAL"})
  void whereOthersHaveTheProcessors_anAnswerThatOthersReadIsSlowIfItNeverWasQuick(
      double quickMillis, Severity expected) {
    Scene scene =
        Scene.lasting(60)
            .cpu(0.05, 0.99)
            .job("pay", 5, Map.of(Component.SOCKET, 90.0))
            .plus(
                Signals.calls("bank:443", "pay", 60, 5, second -> second < 10 ? quickMillis : 90));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(expected);
    assertThat(finding.culprit().endpoint()).isEqualTo("bank:443");
  }

  @Test
  void recordingWithoutSocketEvents_cannotTell() {
    assertThat(detector.detect(Scene.lasting(60).workload()))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }
}
