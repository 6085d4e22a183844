package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SmallCollectionTest {
  private final AtomicLong nanoTime = new AtomicLong(1);

  @Test
  void smallHeap_isCollected() {
    AtomicInteger collections = new AtomicInteger();
    SmallCollection small =
        new SmallCollection(collections::incrementAndGet, nanoTime::get, Long.MAX_VALUE);

    small.run();

    assertThat(collections).hasValue(1);
  }

  @Test
  void largeHeap_isLeftAlone() {
    AtomicInteger collections = new AtomicInteger();

    new SmallCollection(collections::incrementAndGet, nanoTime::get, 1).run();

    assertThat(collections).hasValue(0);
  }

  @Test
  void slowCollection_isTheLast() {
    AtomicInteger collections = new AtomicInteger();
    SmallCollection small =
        new SmallCollection(
            () -> {
              collections.incrementAndGet();
              nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(251));
            },
            nanoTime::get,
            Long.MAX_VALUE);

    small.run();
    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(10));
    small.run();

    assertThat(collections).hasValue(1);
  }

  @Test
  void whatWasCollectedAMomentAgo_isNotCollectedAgain() {
    AtomicInteger collections = new AtomicInteger();
    SmallCollection small =
        new SmallCollection(collections::incrementAndGet, nanoTime::get, Long.MAX_VALUE);

    small.run();
    nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
    small.run();
    assertThat(collections).hasValue(1);
    nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    small.run();
    assertThat(collections).hasValue(2);
  }
}
