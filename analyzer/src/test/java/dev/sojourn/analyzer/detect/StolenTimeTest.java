package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class StolenTimeTest {
  private static final int SECONDS = 20;

  @Test
  void whatTheHypervisorTakes_isInUseByOthers() {
    Scene scene = Scene.lasting(SECONDS).cpu(0.1, second -> 0.4);

    assertThat(scene.workload().isStarved()).isFalse();
    Workload stolen = scene.stolen(second -> 0.5).workload();
    assertThat(stolen.isStarved()).isTrue();
    assertThat(stolen.machineCpuRatio()).isCloseTo(0.9, within(1e-6));
    assertThat(stolen.jvmCpuRatio()).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void whatItTakesLater_isARiseOfOthers() {
    Scene scene = Scene.lasting(SECONDS).cpu(0.1, second -> 0.4);

    assertThat(OtherLoad.rose(scene.workload())).isFalse();
    assertThat(OtherLoad.rose(scene.stolen(s -> s < SECONDS / 2 ? 0 : 0.5).workload())).isTrue();
  }

  @Test
  void moreThanAllProcessors_areNeverInUse() {
    Workload workload =
        Scene.lasting(SECONDS).cpu(0.1, second -> 0.8).stolen(second -> 0.5).workload();

    assertThat(workload.machineCpuRatio()).isEqualTo(1);
  }
}
