package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeapGrowthTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void whatIsKept_isGrowth() {
    HeapGrowth growth = new HeapGrowth(0);
    List<byte[]> kept = new ArrayList<>();
    collect();
    assertThat(growth.getAsBoolean()).as("nothing to compare with").isFalse();

    for (int i = 0; i < 64; i++) {
      kept.add(new byte[MEBIBYTE]);
    }
    collect();

    assertThat(growth.getAsBoolean()).isTrue();
    assertThat(growth.getAsBoolean()).as("no collection since").isFalse();
    assertThat(kept).hasSize(64);
  }

  @Test
  void whatIsLetGo_isNoGrowth() {
    HeapGrowth growth = new HeapGrowth(0);
    byte[][] kept = new byte[64][MEBIBYTE];
    collect();
    growth.getAsBoolean();

    assertThat(kept.length).isEqualTo(64);
    kept = null;
    collect();

    assertThat(growth.getAsBoolean()).isFalse();
  }

  @Test
  void whatTheStartLeft_isNothingToCompareWith() {
    HeapGrowth growth = new HeapGrowth(Long.MAX_VALUE);
    collect();
    growth.getAsBoolean();
    byte[][] kept = new byte[64][MEBIBYTE];
    collect();

    assertThat(growth.getAsBoolean()).isFalse();
    assertThat(kept).hasDimensions(64, MEBIBYTE);
  }

  private static void collect() {
    System.gc();
  }
}
