package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class SmallCollectionTest {
  @Test
  void smallHeap_isCollected() {
    AtomicInteger collections = new AtomicInteger();
    SmallCollection small = new SmallCollection(collections::incrementAndGet, Long.MAX_VALUE);

    small.run();

    assertThat(collections).hasValue(1);
  }

  @Test
  void largeHeap_isLeftAlone() {
    AtomicInteger collections = new AtomicInteger();

    new SmallCollection(collections::incrementAndGet, 1).run();

    assertThat(collections).hasValue(0);
  }

  @Test
  void slowCollection_isTheLast() {
    AtomicInteger collections = new AtomicInteger();
    SmallCollection small =
        new SmallCollection(
            () -> {
              collections.incrementAndGet();
              long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(101);
              while (System.nanoTime() - endNanos < 0) {
                LockSupport.parkNanos(endNanos - System.nanoTime());
              }
            },
            Long.MAX_VALUE);

    small.run();
    small.run();

    assertThat(collections).hasValue(1);
  }

  @Test
  void directMemoryThatIsTaken_isGrowth() {
    UncollectedGrowth growth = new UncollectedGrowth();
    assertThat(growth.getAsBoolean()).as("nothing is taken").isFalse();

    ByteBuffer taken = ByteBuffer.allocateDirect(64 << 20);

    assertThat(growth.getAsBoolean()).isTrue();
    assertThat(taken.capacity()).isEqualTo(64 << 20);
  }
}
