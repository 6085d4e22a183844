package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DirectMemoryGrowthTest {
  private static final long MEBIBYTE = 1 << 20;
  private final AtomicLong used = new AtomicLong(40 * MEBIBYTE);
  private final AtomicLong collections = new AtomicLong(3);
  private final DirectMemoryGrowth growth = new DirectMemoryGrowth(used::get, collections::get);

  @Test
  void moreThanAtTheLastLook_isGrowth() {
    assertThat(growth.getAsBoolean()).as("nothing to compare with").isFalse();
    used.addAndGet(5 * MEBIBYTE);
    assertThat(growth.getAsBoolean()).isTrue();
    assertThat(growth.getAsBoolean()).as("no more since").isFalse();
  }

  @Test
  void whatACollectionCameTo_isKnownAnyway() {
    growth.getAsBoolean();
    used.addAndGet(50 * MEBIBYTE);
    collections.incrementAndGet();
    assertThat(growth.getAsBoolean()).isFalse();
    used.addAndGet(50 * MEBIBYTE);
    assertThat(growth.getAsBoolean()).isTrue();
  }

  @Test
  void little_isNoGrowth() {
    growth.getAsBoolean();
    used.addAndGet(4 * MEBIBYTE - 1);
    assertThat(growth.getAsBoolean()).isFalse();
    used.set(400 * MEBIBYTE);
    growth.getAsBoolean();
    used.addAndGet(39 * MEBIBYTE);
    assertThat(growth.getAsBoolean()).as("less than a tenth").isFalse();
  }
}
