package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void longSeries_coarsensToTheSameBinsInAnyOrder() {
    List<Series<Gauge>> single = new ArrayList<>();
    for (int i = 0; i < 3 * Series.MAX_BINS; i++) {
      single.add(Series.of((1_000_003L + i) * SECOND, Gauge.of(i)));
    }
    Series<Gauge> inOrder = sum(single);
    assertThat(inOrder.binNanos()).isEqualTo(4 * SECOND);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(single, new Random(seed));
      assertThat(sum(single)).isEqualTo(inOrder);
    }
  }

  @Test
  void coarsening_losesNothing() {
    Series<Gauge> fine =
        Series.of(7 * SECOND, Gauge.of(3)).plus(Series.of(9 * SECOND, Gauge.of(5)));
    assertThat(fine.coarsened(3).bins()).containsOnlyKeys(0L, 8L);
    assertThat(fine.coarsened(3).total(Gauge.EMPTY)).isEqualTo(fine.total(Gauge.EMPTY));
  }

  @Test
  void sparseSeries_staysFine() {
    Series<Gauge> series = Series.empty();
    for (int day = 0; day < 300; day++) {
      series = series.plus(Series.of(day * 86_400L * SECOND, Gauge.of(1)));
    }
    assertThat(series.binNanos()).isEqualTo(SECOND);
  }

  private static Series<Gauge> sum(List<Series<Gauge>> parts) {
    return parts.stream().reduce(Series.empty(), Series::plus);
  }
}
