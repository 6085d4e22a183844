package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.ExecutorStatistics;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecoveryTest {
  @Test
  void queueThatIsWorkedOffSlowlyAfterABurst_recovers() {
    assertThat(recovery(second -> 60 - second)).isPresent();
  }

  @Test
  void queueThatIsNotYetWorkedOffAtTheEnd_recovers() {
    assertThat(recovery(second -> 90 - second)).isPresent();
  }

  @Test
  void boundedQueueThatWavers_doesNotRecover() {
    assertThat(recovery(second -> second % 5 == 0 ? 40 : 20 + second % 7)).isEmpty();
  }

  @Test
  void queueThatGrowsOnAfterABurst_doesNotRecover() {
    assertThat(recovery(second -> second)).isEmpty();
  }

  @Test
  void boundedQueueThatIsFullUntilTheEnd_doesNotRecover() {
    assertThat(recovery(second -> 40 - second / 20)).isEmpty();
  }

  @Test
  void poolThatWasFullBeforeTheBurst_recoversFromTheBurst() {
    boolean[] saturated = new boolean[60];
    Arrays.fill(saturated, 15, 50, true);
    List<Double> arrivals = new ArrayList<>(Collections.nCopies(60, 10.0));
    arrivals.set(20, 80.0);
    arrivals.set(21, 80.0);
    double[] queued = IntStream.range(0, 60).mapToDouble(s -> s < 20 ? 1 : 60 - s).toArray();

    assertThat(Recovery.longest(saturated, arrivals, queued))
        .get()
        .satisfies(recovery -> assertThat(recovery.begin()).isEqualTo(20))
        .satisfies(recovery -> assertThat(recovery.isSlow()).isTrue());
  }

  /** Samples drift: a second without one is followed by one with two. */
  @Test
  void twoSamplesInOneSecond_areNoBurst() {
    TreeMap<Long, ExecutorState> states = new TreeMap<>();
    for (long second = 0; second < 60; second++) {
      if (second == 40) {
        states.put(41L, state(40).plus(state(41)));
      } else if (second != 41) {
        states.put(second, state(second));
      }
    }
    Series<ExecutorState> series = Series.ofSeconds(states);
    ExecutorStatistics statistics =
        new ExecutorStatistics(
            Map.of(), Map.of(1L, series.total(ExecutorState.EMPTY)), series, Map.of());

    assertThat(new Pool("pool", statistics).recovery()).isPresent();
  }

  /** A hundred tasks a second, but for three seconds; a full pool does 120. */
  private static ExecutorState state(long second) {
    long arrived = 100 * second + 150 * Math.max(0, Math.min(3, second - 20));
    long queued = second <= 20 ? 0 : Math.max(0, arrived - 2_000 - 120 * (second - 20));
    return new ExecutorState(
        Gauge.of(queued),
        Gauge.of(3),
        Gauge.of(3),
        Gauge.of(3),
        Gauge.of(arrived - queued - 3),
        Gauge.of(0));
  }

  private static Optional<Recovery> recovery(IntToDoubleFunction queued) {
    boolean[] saturated = new boolean[60];
    Arrays.fill(saturated, 20, 50, true);
    List<Double> arrivals = new ArrayList<>(Collections.nCopies(60, 10.0));
    arrivals.set(20, 200.0);
    return Recovery.longest(
        saturated, arrivals, IntStream.range(0, 60).mapToDouble(queued).toArray());
  }
}
