package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.OldObjectKey;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.OldObjects;
import dev.sojourn.analyzer.summary.Series;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LifetimesTest {
  @Test
  void leakInEachSampleThatWasTakenAnew_spansAll() {
    assertThat(spanAll(30, List.of(15, 30), IntStream.of(1, 2, 3, 15, 16, 17))).isTrue();
    assertThat(spanAll(60, List.of(15, 30, 60), IntStream.of(1, 2, 15, 16, 30, 31))).isTrue();
  }

  @Test
  void cacheThatDropsItsEntries_doesNot() {
    IntStream lastSeconds = IntStream.concat(IntStream.range(10, 15), IntStream.range(25, 30));

    assertThat(spanAll(30, List.of(15, 30), lastSeconds)).isFalse();
  }

  @Test
  void cacheWithSomeEntriesThatAreAskedForAgain_doesNot() {
    IntStream lastSeconds = IntStream.concat(IntStream.range(5, 15), IntStream.range(20, 30));

    assertThat(spanAll(30, List.of(15, 30), IntStream.concat(IntStream.of(1, 16), lastSeconds)))
        .isFalse();
  }

  @Test
  void stateThatWasBuiltUpOnce_doesNot() {
    assertThat(spanAll(30, List.of(15, 30), IntStream.of(0, 1, 2))).isFalse();
    assertThat(spanAll(20, List.of(15, 20), IntStream.of(0, 1, 2))).isFalse();
    assertThat(spanAll(30, List.of(30), IntStream.of(0, 1, 2))).isFalse();
  }

  @Test
  void oneSampleOfAllOfTheTime_spansAll() {
    assertThat(spanAll(30, List.of(30), IntStream.range(1, 29))).isTrue();
  }

  @Test
  void secondSearchAtTheEnd_isOneWithTheFirst() {
    assertThat(spanAll(31, List.of(15, 30, 31), IntStream.of(1, 2, 15, 16))).isTrue();
  }

  private static boolean spanAll(int seconds, List<Integer> searches, IntStream allocated) {
    OldObjectStatistics objects =
        new OldObjectStatistics(series(searches.stream()), series(allocated.boxed()));
    OldObjectKey key =
        new OldObjectKey(
            "com.acme.Entry", Actor.job("order"), Signals.site("com.acme.Cache.put"), "static x");
    Workload workload =
        Scene.lasting(seconds)
            .plus(SummaryParts.of(new OldObjects(Map.of(key, objects))))
            .workload();
    return Lifetimes.of(workload, List.of(objects)).spanAll();
  }

  private static Series<Amount> series(Stream<Integer> seconds) {
    TreeMap<Long, Amount> bins = new TreeMap<>();
    seconds.forEach(second -> bins.put(Scene.BEGIN_SECOND + second, new Amount(9, 64)));
    return Series.ofSeconds(bins);
  }
}
