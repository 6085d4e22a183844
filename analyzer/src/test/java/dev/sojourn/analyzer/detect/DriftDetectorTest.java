package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DriftDetectorTest {
  private final Detector trend = new DriftDetector(Kind.LATENCY_TREND);
  private final Detector shift = new DriftDetector(Kind.LATENCY_SHIFT);

  @Test
  void slowlyGrowingServiceTime_isATrendWithTheComponentThatMoved() {
    Scene scene =
        scene(second -> 1 + second / 60.0).samples("order", "com.acme.Ledger.scan", 8, 500);

    Finding finding = scene.foundBy(trend).get(0);

    assertThat(scene.foundBy(shift)).isEmpty();
    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Ledger.scan");
    assertThat(finding.impact().to()).isGreaterThan(1.8 * finding.impact().from());
  }

  @Test
  void suddenRise_isAShiftSinceThen() {
    Scene scene = scene(second -> second < 70 ? 1 : 1.8);

    Finding finding = scene.foundBy(shift).get(0);

    assertThat(scene.foundBy(trend)).isEmpty();
    assertThat(finding.sinceEpochNanos().orElseThrow() / 1_000_000_000L - Scene.BEGIN_SECOND)
        .isBetween(68L, 72L);
    assertThat(finding.evidence())
        .extracting(Evidence::label)
        .contains("chance that a later time is longer")
        .doesNotContain("chance of no trend");
  }

  @Test
  void periodicDips_areNoDrift() {
    Scene scene = scene(second -> second % 20 < 5 ? 2 : 1);

    assertThat(trend.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
    assertThat(shift.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void passingRise_isNoDrift() {
    assertThat(scene(second -> second > 50 && second < 80 ? 3 : 1).foundBy(shift)).isEmpty();
  }

  @Test
  void warmingUp_isNoDrift() {
    Scene scene = scene(second -> 1 + 4 * Math.exp(-second / 8.0));

    assertThat(scene.foundBy(trend)).isEmpty();
    assertThat(scene.foundBy(shift)).isEmpty();
  }

  @Test
  void hundredStationaryRuns_alarmAtMostOnce() {
    int alarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      Scene scene = stationary(seed);
      alarms += scene.foundBy(trend).size() + scene.foundBy(shift).size();
    }
    assertThat(alarms).isLessThanOrEqualTo(1);
  }

  /** Half a minute, of which a quarter is warming up. */
  @Test
  void stepInAShortRecording_isTold_sinceItsSecond() {
    int found = 0;
    for (int seed = 0; seed < 100; seed++) {
      double[] factors = factors(seed, 36, 0.3, 0.1);
      List<Finding> shifts =
          Scene.lasting(36)
              .job(
                  "order",
                  "workers",
                  50,
                  second -> factors[second] * (second < 22 ? 1 : 1.8),
                  Map.of(Component.CPU, 10.0))
              .foundBy(shift);
      long step = Scene.BEGIN_SECOND + 22;
      boolean inTime =
          shifts.size() == 1
              && Math.abs(shifts.get(0).sinceEpochNanos().orElseThrow() / 1_000_000_000L - step)
                  <= 1;
      found += inTime ? 1 : 0;
    }
    assertThat(found).isGreaterThan(80);
  }

  @ParameterizedTest
  @CsvSource({"1.4, 1", "1.2, 0"})
  void rise_mustBeThirtyPercent(double factor, int findings) {
    assertThat(scene(second -> second < 70 ? 1 : factor).foundBy(shift)).hasSize(findings);
    assertThat(scene(second -> 1 + (factor - 1) * (second - 31) / 74.0).foundBy(trend))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"2.1, CRITICAL", "1.8, WARNING"})
  void doubling_isCritical(double factor, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .job(
                "order",
                "workers",
                10,
                second -> second < 70 ? 1 : factor,
                Map.of(Component.SOCKET, 10.0));

    assertThat(scene.foundBy(shift)).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"2.1, CRITICAL", "1.8, INFO"})
  void computingTwiceAsLong_isMoreThanANeighbourOnTheCoreDoes(double factor, Severity expected) {
    assertThat(scene(second -> second < 70 ? 1 : factor).foundBy(shift))
        .extracting(Finding::severity)
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"3, 4, 10, WARNING", "10, 1.8, 2, INFO"})
  void computingTwiceAsLong_isMoreThanThat_howeverSmallAPartItIs(
      double cpuMillis, double factor, double sleptMillis, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .job("order", "workers", 10, s -> s < 70 ? 1 : factor, Map.of(Component.CPU, cpuMillis))
            .job("order", 10, Map.of(Component.SLEPT, sleptMillis));

    assertThat(scene.foundBy(shift)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void shiftThatIsDisturbedAtItsEnd_isNoTrend() {
    Scene scene = scene(second -> second < 60 ? 1 : second < 110 ? 6 : 30);

    assertThat(scene.foundBy(shift)).hasSize(1);
    assertThat(scene.foundBy(trend)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CPU, 3.2, CRITICAL",
    "CPU, 2.8, INFO",
    "UNEXPLAINED, 9, INFO",
    "GC, 9, INFO",
    "READY, 9, INFO"
  })
  void whereOthersHaveTheProcessors_onlyWhatTheProgramDoesIsDrift(
      Component component, double factor, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, 0.99)
            .job("order", "workers", 10, s -> s < 70 ? 1 : factor, Map.of(component, 10.0));

    assertThat(scene.foundBy(shift)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void sleepsThatBecomeLongerWhileAHypervisorTakesTheProcessors_areNoDrift() {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, s -> s < 70 ? 0.6 : 0.3)
            .job("order", "workers", 10, s -> s < 70 ? 1 : 2.5, Map.of(Component.SLEPT, 10.0));

    assertThat(scene.foundBy(shift))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
    assertThat(scene.stolen(s -> s < 70 ? 0.6 : 1.4).foundBy(shift))
        .extracting(Finding::severity)
        .doesNotContain(Severity.CRITICAL, Severity.WARNING);
  }

  @Test
  void lessThanTwiceAsLongWhileAHypervisorTakesMore_isNoDrift() {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, 0.3)
            .job("order", "workers", 10, s -> s < 70 ? 1 : 1.8, Map.of(Component.SLEPT, 10.0));

    assertThat(scene.foundBy(shift))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(scene.stolen(s -> s < 70 ? 0 : 0.6).foundBy(shift))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({"2.4, CRITICAL", "1.8, INFO"})
  void computingThatRisesUnderWaitsForAProcessor_isDrift(double factor, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, 0.99)
            .job("order", "workers", 10, s -> s < 70 ? 1 : factor, Map.of(Component.CPU, 5.0))
            .job("order", "workers", 10, s -> s % 7 == 0 ? 5 : 1, Map.of(Component.READY, 20.0));

    assertThat(scene.foundBy(shift)).extracting(Finding::severity).containsExactly(expected);
  }

  /** It computes for a tenth as long at first, until all that it looks through is there. */
  @ParameterizedTest
  @CsvSource({"1.8, INFO", "2.4, CRITICAL"})
  void whatAJobComputesWhileItWarmsUp_isNotWhatItRisesFrom(double factor, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .job(
                "order",
                "workers",
                10,
                s -> s < 15 ? 0.1 : s < 70 ? 1 : factor,
                Map.of(Component.CPU, 5.0));

    assertThat(scene.foundBy(shift)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void answersThatAreLateWhileOthersHaveTheProcessors_areNoDrift() {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, second -> second >= 80 ? 0.99 : 0.3)
            .job("order", "workers", 10, s -> s >= 80 ? 4 : 1, Map.of(Component.SOCKET, 10.0))
            .job("order", "workers", 10, s -> s >= 80 ? 9 : 1, Map.of(Component.READY, 2.0));

    assertThat(scene.foundBy(shift)).isEmpty();
    assertThat(scene.foundBy(trend)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:80, 3.9, INFO",
    "127.0.0.1:80, 3.9, INFO",
    "localhost:80, 4.1, CRITICAL",
    "shop:80, 3.9, CRITICAL"
  })
  void answersFromTheSameMachineWhereOthersHaveTheProcessors_areDriftIfTheyAreSlow(
      String endpoint, double factor, Severity expected) {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, 0.99)
            .job("order", "workers", 10, s -> s < 70 ? 1 : factor, Map.of(Component.SOCKET, 10.0))
            .socket(endpoint, "order", 120 * 10, 20);

    assertThat(scene.foundBy(shift)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void riseWhileOthersHaveTheProcessors_isNoDrift() {
    Scene scene =
        Scene.lasting(120)
            .cpu(0.05, second -> second >= 80 ? 0.99 : 0.3)
            .job("order", "workers", 10, s -> s >= 80 ? 4 : 1, Map.of(Component.SOCKET, 10.0));

    assertThat(scene.foundBy(shift)).isEmpty();
    assertThat(scene.foundBy(trend)).isEmpty();
  }

  @Test
  void shortRecording_cannotTell() {
    Scene scene = Scene.lasting(5).job("order", 10, Map.of(Component.CPU, 10.0));

    assertThat(trend.detect(scene.workload())).isInstanceOf(Diagnosis.CannotTell.class);
    assertThat(trend.detect(Scene.lasting(60).workload())).isInstanceOf(Diagnosis.CannotTell.class);
  }

  /** Autocorrelated noise with spikes, as service times have. */
  private static Scene stationary(long seed) {
    double[] factors = factors(seed, 120, 0.6, 0.15);
    return Scene.lasting(120)
        .job("order", "workers", 50, i -> factors[i], Map.of(Component.CPU, 10.0));
  }

  private static double[] factors(
      long seed, int seconds, double autocorrelation, double deviation) {
    Random random = new Random(seed);
    double[] factors = new double[seconds];
    double wander = 0;
    for (int i = 0; i < factors.length; i++) {
      wander = autocorrelation * wander + deviation * random.nextGaussian();
      factors[i] = Math.exp(wander) * (random.nextInt(20) == 0 ? 2 : 1);
    }
    return factors;
  }

  private static Scene scene(IntToDoubleFunction factor) {
    Random random = new Random(1);
    return Scene.lasting(120)
        .job(
            "order",
            "workers",
            50,
            second -> factor.applyAsDouble(second) * (0.95 + 0.1 * random.nextDouble()),
            Map.of(Component.CPU, 10.0));
  }
}
