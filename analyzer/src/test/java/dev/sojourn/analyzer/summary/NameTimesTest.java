package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class NameTimesTest {
  @Test
  void names_areKeptByTime() {
    NameTimes times = new NameTimes();
    times.add("seldom", 5);
    times.add("often", 3);
    times.add("often", 3);
    times.add("never", 0);

    assertThat(times.greatest(2)).containsExactlyInAnyOrder("often", "seldom");
    assertThat(times.distinct()).isEqualTo(3);
  }

  @Test
  void equalTimes_areToldApartByName() {
    NameTimes times = new NameTimes();
    times.add("b", 1);
    times.add("c", 1);
    times.add("a", 1);

    assertThat(times.greatest(2)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void added_countsOnce() {
    NameTimes one = new NameTimes();
    one.add("a", 1);
    one.add("b", 5);
    NameTimes other = new NameTimes();
    other.add("a", 6);

    one.add(other);

    assertThat(one.greatest(1)).containsExactly("a");
    assertThat(one.distinct()).isEqualTo(2);
  }

  @Test
  void namesBeyondAnyMemory_areEstimatedAndTheGreatestKept() {
    NameTimes times = new NameTimes();
    int names = 5 * NameTimes.MOST;
    for (int i = 0; i < names; i++) {
      times.add("request-" + i, 1);
      times.add("great", 1);
    }

    assertThat(times.greatest(1)).containsExactly("great");
    assertThat(times.distinct()).isCloseTo(names + 1L, withinPercentage(2));
  }
}
