package dev.sojourn.examples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PoissonArrivalsTest {
  private static final long START = 7_000;
  private static final long HUNDRED_SECONDS = 100_000_000_000L;
  private static final Map<String, Double> RATES = Map.of("often", 90.0, "seldom", 10.0);

  @Test
  void sameSeed_givesTheSameArrivals() {
    assertThat(arrivals(5)).isEqualTo(arrivals(5)).isNotEqualTo(arrivals(6));
  }

  @Test
  void kinds_arriveAtTheirRates() {
    List<Arrival<String>> arrivals = arrivals(1);

    assertThat((double) count(arrivals, "often")).isCloseTo(9_000, Percentage.withPercentage(5));
    assertThat((double) count(arrivals, "seldom")).isCloseTo(1_000, Percentage.withPercentage(10));
  }

  @Test
  void gaps_areExponential() {
    List<Arrival<String>> arrivals = arrivals(1);
    long below = 0;
    for (int index = 1; index < arrivals.size(); index++) {
      long gap = arrivals.get(index).intendedNanos() - arrivals.get(index - 1).intendedNanos();
      below += gap < 10_000_000 ? 1 : 0;
    }

    // P(gap < mean) = 1 - 1/e
    assertThat((double) below / arrivals.size()).isCloseTo(0.632, Percentage.withPercentage(3));
  }

  @Test
  void arrivals_areInOrderAndInside() {
    List<Arrival<String>> arrivals = arrivals(3);

    assertThat(arrivals).extracting(Arrival::intendedNanos).isSorted();
    assertThat(arrivals.get(0).intendedNanos()).isGreaterThanOrEqualTo(START);
    assertThat(arrivals.get(arrivals.size() - 1).intendedNanos())
        .isLessThan(START + HUNDRED_SECONDS);
  }

  @Test
  void ramp_startsGently() {
    Iterator<Arrival<String>> arrivals =
        new PoissonArrivals<>(RATES, START, HUNDRED_SECONDS, HUNDRED_SECONDS, 1);
    long[] perHalf = {0, 0};
    while (arrivals.hasNext()) {
      perHalf[arrivals.next().intendedNanos() - START < HUNDRED_SECONDS / 2 ? 0 : 1]++;
    }

    // rates rise from 10 to 100 a second: 32.5 on average in the first half, 77.5 in the second
    assertThat((double) perHalf[0]).isCloseTo(1_625, Percentage.withPercentage(10));
    assertThat((double) perHalf[1]).isCloseTo(3_875, Percentage.withPercentage(10));
  }

  @Test
  void noRate_isRefused() {
    assertThatThrownBy(() -> new PoissonArrivals<>(Map.of("never", 0.0), 0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 0");
  }

  private static long count(List<Arrival<String>> arrivals, String kind) {
    return arrivals.stream().filter(arrival -> arrival.kind().equals(kind)).count();
  }

  private static List<Arrival<String>> arrivals(long seed) {
    List<Arrival<String>> arrivals = new ArrayList<>();
    new PoissonArrivals<>(RATES, START, 0, HUNDRED_SECONDS, seed).forEachRemaining(arrivals::add);
    return arrivals;
  }
}
