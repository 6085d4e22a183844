package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChangePointsTest {
  @Test
  void exactSteps_areFoundWhereTheyAre() {
    double[] values = noise(7, 90, 0, 1);
    for (int i = 30; i < 60; i++) {
      values[i] += 8;
    }

    assertThat(ChangePoints.ofHistory(values).starts()).containsExactly(0, 30, 60);
  }

  @Test
  void stepWithoutNoise_isFound() {
    double[] values = {1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5};

    ChangePoints points = ChangePoints.ofHistory(values);

    assertThat(points.starts()).containsExactly(0, 6);
    assertThat(points.means()).containsExactly(1, 5);
  }

  @Test
  void logarithmsOfNothing_areOneSegment() {
    double[] values = noise(5, 20, 0, 1);
    values[4] = Double.NEGATIVE_INFINITY;

    assertThat(ChangePoints.ofLevels(values).count()).isZero();
    assertThat(ChangePoints.ofHistory(values).count()).isZero();
  }

  @Test
  void autocorrelatedNoise_seldomAlarms() {
    int alarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      alarms += ChangePoints.ofHistory(noise(seed, 200, 0.6, 1)).count() > 0 ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(10);
  }

  @Test
  void history_isSegmentedAtItsSteps() {
    double[] values = noise(11, 120, 0.2, 1);
    for (int i = 40; i < 120; i++) {
      values[i] += i < 90 ? 5 : 1;
    }

    assertThat(ChangePoints.ofHistory(values).starts()).containsExactly(0, 40, 90);
  }

  /** What came five values ago is news in a history; what came as long after the begin is none. */
  @Test
  void newSteps_areFoundOftenerThanOldOnes() {
    int recent = 0;
    int old = 0;
    int anywhere = 0;
    double[] noise = noise(23, 20_000, 0, 1);
    for (int from = 0; from < noise.length; from += 100) {
      double[] late = Arrays.copyOfRange(noise, from, from + 100);
      double[] early = late.clone();
      for (int i = 0; i < 5; i++) {
        late[95 + i] += 1.5;
        early[i] += 1.5;
      }
      recent += ChangePoints.ofHistory(late).count() > 0 ? 1 : 0;
      old += ChangePoints.ofHistory(early).count() > 0 ? 1 : 0;
      anywhere += ChangePoints.ofLevels(late).count() > 0 ? 1 : 0;
    }
    assertThat(recent).isGreaterThan(anywhere + 10).isGreaterThan(old + 20);
  }

  @Test
  void singleOutliersOfAHistory_areNoChanges() {
    double[] values = noise(12, 100, 0, 1);
    for (int outlier : new int[] {0, 20, 50, 99}) {
      values[outlier] += 30;
    }

    assertThat(ChangePoints.ofHistory(values).count()).isZero();
  }

  /** A slow mode of a tenth of the runs, four of which happen to come close together. */
  @Test
  void visitsOfALevel_areNoChanges() {
    double[] values = noise(14, 100, 0, 0.1);
    for (int slow : new int[] {5, 12, 23, 31, 44, 60, 61, 63, 64, 80, 93}) {
      values[slow] += 6;
    }
    assertThat(ChangePoints.ofHistory(values).count()).isZero();

    for (int i = 90; i < 100; i++) {
      values[i] = 6;
    }
    assertThat(ChangePoints.ofHistory(values).starts()).containsExactly(0, 90);
  }

  /** A tenth of the values far off to one side, two of which are now and then in a short level. */
  @Test
  void valuesFarOff_areSeldomChanges() {
    Random random = new Random(24);
    int alarms = 0;
    for (int i = 0; i < 200; i++) {
      double[] values =
          random.doubles(100).map(v -> random.nextGaussian() + (v < 0.1 ? 8 : 0)).toArray();
      alarms += ChangePoints.ofHistory(values).count() > 0 ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(20);
  }

  @Test
  void ofManyHistories_changesMustBeSurer() {
    double[] values = noise(15, 100, 0, 1);
    for (int i = 94; i < 100; i++) {
      values[i] += 2.2;
    }
    assertThat(ChangePoints.ofHistory(values).count()).isOne();
    assertThat(ChangePoints.ofHistory(values, 10_000).count()).isZero();
    for (int i = 94; i < 100; i++) {
      values[i] += 4;
    }
    assertThat(ChangePoints.ofHistory(values, 10_000).starts()).containsExactly(0, 94);
  }

  /** Three tenths of a percent at each of forty commits, where runs vary by two percent. */
  @Test
  void creep_isATrend() {
    double[] values = noise(21, 100, 0, 0.02);
    for (int i = 60; i < 100; i++) {
      values[i] += 0.003 * (i - 59);
    }

    ChangePoints points = ChangePoints.ofHistory(values);

    Segment last = points.segments().get(points.count());
    assertThat(points.hasTrend()).isTrue();
    assertThat(last.slope()).isBetween(0.002, 0.004);
    assertThat(last.start()).isBetween(50, 70);
    assertThat(points.hasStepAt(points.count())).isFalse();
    assertThat(ChangePoints.ofLevels(values).hasTrend()).isFalse();
  }

  @Test
  void stepOntoATrend_isAStepToo() {
    double[] values = noise(22, 80, 0, 1);
    for (int i = 40; i < 80; i++) {
      values[i] += 8 + 0.3 * (i - 40);
    }

    ChangePoints points = ChangePoints.ofHistory(values);

    assertThat(points.starts()).containsExactly(0, 40);
    assertThat(points.hasTrend()).isTrue();
    assertThat(points.hasStepAt(1)).isTrue();
  }

  @Test
  void trends_areSeldomSeenInNoise() {
    int alarms = 0;
    for (int seed = 0; seed < 200; seed++) {
      alarms += ChangePoints.ofHistory(noise(seed, 100, 0.3, 1)).hasTrend() ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(4);
  }

  @Test
  void shortOrConstantHistory_hasNoChange() {
    assertThat(ChangePoints.ofHistory(new double[0]).starts()).containsExactly(0);
    assertThat(ChangePoints.ofHistory(new double[] {1, 1, 1, 9}).count()).isZero();
    assertThat(ChangePoints.ofHistory(new double[40]).count()).isZero();
  }

  private static double[] noise(long seed, int count, double autocorrelation, double deviation) {
    Random random = new Random(seed);
    double[] values = new double[count];
    double last = 0;
    for (int i = 0; i < count; i++) {
      last = autocorrelation * last + deviation * random.nextGaussian();
      values[i] = last;
    }
    return values;
  }
}
