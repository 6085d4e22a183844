package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SlowModeTest {
  @Test
  void slowOnes_areThoseBeyondTheGapInLength() {
    double[] lengths = {9, 10, 11, 40, 44};
    double[] counts = {30, 40, 20, 6, 4};

    SlowMode mode = SlowMode.of(lengths, counts, new double[5][1]).orElseThrow();

    assertThat(mode.slowCount()).isEqualTo(10);
    assertThat(mode.count()).isEqualTo(100);
  }

  @Test
  void excess_isTheDifferenceOfMeansByPart_soThatWhatAllHaveCancelsOut() {
    double[] lengths = {100, 110, 150};
    double[] counts = {60, 30, 10};
    double[][] parts = {{60 * 95, 60 * 5}, {30 * 95, 30 * 15}, {10 * 95, 10 * 55}};

    SlowMode mode = SlowMode.of(lengths, counts, parts).orElseThrow();

    assertThat(mode.excess().get(0)).isCloseTo(0, within(1e-9));
    assertThat(mode.excess().get(1)).isCloseTo(55 - (60 * 5 + 30 * 15) / 90.0, within(1e-9));
  }

  @Test
  void division_isByFactorsNotByAmounts() {
    double[] lengths = {1, 1.1, 100, 110, 210};
    double[] counts = {50, 50, 50, 50, 1};

    assertThat(SlowMode.of(lengths, counts, new double[5][1]).orElseThrow().slowCount())
        .isEqualTo(101);
  }

  @Test
  void observationsOfOneLength_haveNoSlowOnes() {
    assertThat(SlowMode.of(new double[] {5}, new double[] {100}, new double[1][1])).isEmpty();
  }
}
