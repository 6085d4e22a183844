package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 40 runs a second of 100 ms each keep four threads busy. */
final class LittlesLawTest {
  @Test
  void runsThatKeepAsManyThreadsBusyAsTheSamplesShow_addUp() {
    LittlesLaw law = law(second -> 4);

    assertThat(law.servedThreads()).isCloseTo(4, within(1e-6));
    assertThat(law.sampledThreads()).isCloseTo(4, within(1e-6));
    assertThat(law.caveat()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10, 0.59, true", "20, 0.79, true", "4, 0, false"})
  void threadsThatNoRunAccountsFor_areMissingRuns(int active, double residual, boolean told) {
    LittlesLaw law = law(second -> active);

    assertThat(law.residualRatio()).isCloseTo(residual, within(0.02));
    assertThat(law.caveat().map(Caveat::subject).isPresent()).isEqualTo(told);
  }

  @Test
  void samplesThatFluctuate_mayDifferByChance() {
    assertThat(law(second -> second * 7919 % 11).caveat()).isEmpty();
  }

  @Test
  void fewSamples_sayNothing() {
    Scene scene = scene(5, second -> 20);

    assertThat(LittlesLaw.of(scene.workload(), scene.workload().pools().iterator().next()).caveat())
        .isEmpty();
  }

  private static LittlesLaw law(IntUnaryOperator active) {
    Workload workload = scene(100, active).workload();
    return LittlesLaw.of(workload, workload.pools().iterator().next());
  }

  private static Scene scene(int seconds, IntUnaryOperator active) {
    return Scene.lasting(seconds)
        .job("order", 40, Map.of(Component.CPU, 100.0))
        .plus(
            Signals.executor(
                seconds,
                "workers",
                "java.util.concurrent.ThreadPoolExecutor",
                second -> Signals.state(32, active.applyAsInt(second), 0, 40L * second, 0)));
  }
}
