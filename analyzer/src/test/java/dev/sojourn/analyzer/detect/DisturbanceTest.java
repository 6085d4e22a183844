package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Series;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

final class DisturbanceTest {
  private static final int SECONDS = 16;

  @Test
  void whatRisesWhenOthersHaveTheProcessors_countsAsTheWorstOfTheRest() {
    assertThat(steady(s -> s == 5 ? 0.97 : 0.2, s -> s == 5 ? 1_000 : 10)).isEqualTo(160.0 / 1_150);
  }

  @Test
  void whatRisesOnAQuietMachine_countsInFull() {
    assertThat(steady(s -> 0.2, s -> s == 5 ? 1_000 : 10)).isEqualTo(1);
  }

  @Test
  void whatIsSteady_countsInFullOnABusyMachine() {
    assertThat(steady(s -> 0.97, s -> 10)).isEqualTo(1);
  }

  @Test
  void whatComesBackInEverySecondSecond_countsInFullOnABusyMachine() {
    assertThat(steady(s -> 0.97, s -> s % 2 * 100L)).isEqualTo(1);
  }

  @Test
  void ownLoad_disturbsNobody() {
    Scene own = Scene.lasting(SECONDS).cpu(0.9, s -> 0.95);

    assertThat(steady(own, s -> s == 5 ? 1_000 : 10)).isEqualTo(1);
  }

  @Test
  void othersLoadThatKeepsNobodyWaiting_disturbsNobody() {
    Scene full = Scene.lasting(SECONDS).cpu(0.02, s -> 0.97);

    assertThat(steady(full.pressure(s -> 0.1), s -> s == 5 ? 1_000 : 10)).isEqualTo(1);
    assertThat(steady(full.pressure(s -> s == 5 ? 0.9 : 0), s -> s == 5 ? 1_000 : 10))
        .isLessThan(0.2);
  }

  @Test
  void pressureOfAProgramThatComputesOnAllProcessors_disturbsNobody() {
    Scene own = Scene.lasting(SECONDS).cpu(0.9, s -> 0.95).pressure(s -> s == 5 ? 0.9 : 0);

    assertThat(steady(own, s -> s == 5 ? 1_000 : 10)).isEqualTo(1);
  }

  @Test
  void pressureThatShortBurstsOfOthersMake_disturbs() {
    Scene bursts = Scene.lasting(SECONDS).cpu(0.05, s -> 0.6).pressure(s -> s == 5 ? 0.7 : 0.1);

    assertThat(steady(bursts, s -> s == 5 ? 1_000 : 10)).isLessThan(0.2);
  }

  @Test
  void sampleTellsOfTheSecondBefore() {
    assertThat(steady(s -> s == 6 ? 0.97 : 0.2, s -> s == 5 ? 1_000 : 10)).isLessThan(0.2);
  }

  @Test
  void lockThatIsWaitedForOnlyWhileOthersHaveTheProcessors_isNoWarning() {
    assertThat(lockFindings(second -> second == 5 ? 0.97 : 0.2))
        .extracting(Finding::severity)
        .doesNotContain(Severity.WARNING, Severity.CRITICAL);
    assertThat(lockFindings(second -> 0.2))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  private static List<Finding> lockFindings(IntToDoubleFunction machineRatio) {
    String job = "com.acme.Order";
    double blockedMillis = 10 * 3 * (1_000 + SECONDS - 1);
    return Scene.lasting(SECONDS)
        .cpu(0.02, machineRatio)
        .varyingJob(
            job,
            second -> 10,
            second -> second == 5 ? 1_000 : 1,
            Map.of(Component.BLOCKED, 3.0, Component.CPU, 1.0))
        .plus(
            LockSignals.lock(
                "Orders#lock", job, 100, blockedMillis / 100, 9, "com.acme.Orders.add"))
        .foundBy(new LockContentionDetector());
  }

  private static double steady(IntToDoubleFunction machineRatio, IntToLongFunction values) {
    return steady(Scene.lasting(SECONDS).cpu(0.02, machineRatio), values);
  }

  private static double steady(Scene scene, IntToLongFunction values) {
    Series<Amount> series =
        Signals.each(SECONDS, second -> new Amount(1, values.applyAsLong(second)));
    return Disturbance.of(scene.summary(), 2).steadyRatio(series, Amount::bytes);
  }
}
