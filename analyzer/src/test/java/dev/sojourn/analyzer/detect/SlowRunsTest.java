package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a thousand runs, all read a socket for 60 ms; a hundred are blocked for 90 ms besides. */
final class SlowRunsTest {
  private static final long MILLI = 1_000_000;

  private final SlowRuns slow =
      SlowRuns.of(
              new Breakdown(
                  Map.of(
                      Breakdown.bucket(65 * MILLI), times(900, 60, 0, 5),
                      Breakdown.bucket(160 * MILLI), times(100, 60, 90, 10))))
          .orElseThrow();

  @Test
  void whatAllRunsDo_makesNoneOfThemSlow() {
    assertThat(slow.share(EnumSet.of(Component.SOCKET))).isZero();
  }

  @Test
  void whatOnlySlowRunsDo_isWhatTheyTakeLongerFor() {
    assertThat(slow.share(EnumSet.of(Component.BLOCKED))).isCloseTo(90 / 95.0, within(1e-9));
    assertThat(slow.evidence(EnumSet.of(Component.BLOCKED)))
        .extracting(Evidence::value)
        .first()
        .isEqualTo(0.1);
  }

  @Test
  void runsOfOneLength_haveNoSlowOnes() {
    assertThat(SlowRuns.of(new Breakdown(Map.of(8, times(10, 1, 0, 0))))).isEmpty();
    assertThat(SlowRuns.of(Breakdown.EMPTY)).isEmpty();
  }

  private static ComponentTimes times(long runs, long socket, long blocked, long cpu) {
    return ComponentTimes.of(
        runs,
        Map.of(
            Component.SOCKET, runs * socket * MILLI,
            Component.BLOCKED, runs * blocked * MILLI,
            Component.CPU, runs * cpu * MILLI));
  }
}
