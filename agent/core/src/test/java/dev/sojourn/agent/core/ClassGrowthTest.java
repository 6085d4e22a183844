package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ClassGrowthTest {
  @Test
  void manyMoreClasses_areGrowth() {
    AtomicInteger loaded = new AtomicInteger(3_000);
    ClassGrowth growth = new ClassGrowth(loaded::get);
    assertThat(growth.getAsBoolean()).as("nothing to compare with").isFalse();

    loaded.addAndGet(99);
    assertThat(growth.getAsBoolean()).isFalse();
    loaded.addAndGet(100);
    assertThat(growth.getAsBoolean()).isTrue();
  }
}
