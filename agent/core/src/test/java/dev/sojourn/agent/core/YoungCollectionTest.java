package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class YoungCollectionTest {
  private static final long MEBIBYTE = 1 << 20;
  private final AtomicLong collections = new AtomicLong(3);
  private final AtomicInteger steps = new AtomicInteger();

  @Test
  void collection_endsIt() {
    collection(100 * MEBIBYTE, 7).run();
    assertThat(steps).hasValue(7);
  }

  @Test
  void withoutACollection_itEndsWhenAllMustBeFull() {
    collection(100 * MEBIBYTE, Integer.MAX_VALUE).run();
    assertThat(steps).hasValue(126);
  }

  @Test
  void tooMuchRoomOrNone_isLeftAlone() {
    collection(513 * MEBIBYTE, 1).run();
    collection(-1, 1).run();
    assertThat(steps).hasValue(0);
  }

  private YoungCollection collection(long roomBytes, int collectedAfter) {
    return new YoungCollection(
        () -> roomBytes,
        collections::get,
        () -> {
          if (steps.incrementAndGet() == collectedAfter) {
            collections.incrementAndGet();
          }
        });
  }
}
