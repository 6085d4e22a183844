package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecoveryTest {
  @Test
  void queueThatIsWorkedOffSlowlyAfterABurst_recovers() {
    assertThat(recovery(second -> 60 - second)).isPresent();
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

  private static Optional<Recovery> recovery(IntToDoubleFunction queued) {
    boolean[] saturated = new boolean[60];
    Arrays.fill(saturated, 20, 50, true);
    List<Double> arrivals = new ArrayList<>(Collections.nCopies(60, 10.0));
    arrivals.set(20, 200.0);
    return Recovery.longest(
        saturated, arrivals, IntStream.range(0, 60).mapToDouble(queued).toArray());
  }
}
