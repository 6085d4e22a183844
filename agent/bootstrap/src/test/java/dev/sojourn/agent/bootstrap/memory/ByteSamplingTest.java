package dev.sojourn.agent.bootstrap.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.ThreadState;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSamplingTest {
  private static final long ALLOCATED_BYTES = 256L << 20;
  private final ByteSampling sampling = new ByteSampling();

  @ParameterizedTest
  @ValueSource(longs = {512, 4_096, 65_536, 1 << 20})
  void whatIsTaken_standsForAllBytesAndAllocationsOfAnySize(long bytes) {
    ThreadState state = ThreadState.current();
    double representedBytes = 0;
    double allocations = 0;
    for (long left = ALLOCATED_BYTES; left > 0; left -= bytes) {
      if (state.endsGap((float) bytes / ByteSampling.FINEST_BYTES)) {
        SampledMemory sample = sample(bytes);
        representedBytes += sample.representedBytes();
        allocations += sample.allocations();
      }
    }

    // of some 4,000 samples the standard error is 1.6 %
    assertThat(representedBytes).isCloseTo(ALLOCATED_BYTES, Percentage.withPercentage(12));
    assertThat(allocations)
        .isCloseTo((double) ALLOCATED_BYTES / bytes, Percentage.withPercentage(12));
  }

  @Test
  void largeAllocation_isTakenForCertain() {
    assertThat(ByteSampling.chance(32 * ByteSampling.FINEST_BYTES, ByteSampling.FINEST_BYTES))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void burst_makesTheIntervalCoarserAtOnceAndQuietSecondsFinerAgain() {
    for (int i = 0; i < 3 * ByteSampling.MOST_PER_SECOND; i++) {
      sampling.take();
    }
    assertThat(sampling.intervalBytes()).isEqualTo(8 * ByteSampling.FINEST_BYTES);

    sampling.endSecond(0);
    assertThat(sampling.intervalBytes()).isEqualTo(8 * ByteSampling.FINEST_BYTES);
    for (int i = 0; i < 5; i++) {
      sampling.endSecond(0);
    }
    assertThat(sampling.intervalBytes()).isEqualTo(ByteSampling.FINEST_BYTES);
  }

  @Test
  void interval_isNoFinerThanWhatIsKept() {
    sampling.endSecond(16 * ByteSampling.FINEST_BYTES);
    assertThat(sampling.intervalBytes()).isEqualTo(16 * ByteSampling.FINEST_BYTES);
  }

  private static SampledMemory sample(long bytes) {
    return new SampledMemory(null, HostPlace.UNKNOWN, bytes, ByteSampling.FINEST_BYTES);
  }
}
