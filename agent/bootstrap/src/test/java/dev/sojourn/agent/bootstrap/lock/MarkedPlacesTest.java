package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkedPlacesTest {
  private final MarkedPlaces places = new MarkedPlaces(4_096);

  @Test
  void markedPlaces_areFoundInOrder() {
    for (int place : new int[] {4_095, 64, 0, 63, 700}) {
      places.mark(place);
    }
    assertThat(all()).containsExactly(0, 63, 64, 700, 4_095);
  }

  @Test
  void placesThatAreNotMarked_areNotFound() {
    assertThat(all()).isEmpty();
    places.mark(63);
    places.mark(64);
    places.unmark(63);
    assertThat(all()).containsExactly(64);
  }

  @Test
  void fewerPlacesThanAWordHolds_areKept() {
    MarkedPlaces one = new MarkedPlaces(1);
    one.mark(0);
    assertThat(one.next(0)).isZero();
    assertThat(one.next(1)).isEqualTo(-1);
  }

  @Test
  void threadsThatMarkAtOnce_loseNothing() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int first = i;
      Thread thread =
          new Thread(
              () -> {
                for (int place = first; place < 4_096; place += 4) {
                  places.mark(place);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(all()).hasSize(4_096);
  }

  private List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    for (int place = places.next(0); place >= 0; place = places.next(place + 1)) {
      all.add(place);
    }
    return all;
  }
}
