package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HarmTest {
  private static final long COVERED_NANOS = 100_000_000_000L;
  private static final double SERVICE_NANOS = 100e9;

  @ParameterizedTest
  @CsvSource({
    "0.51, CRITICAL",
    "0.49, WARNING",
    "0.16, WARNING",
    "0.14, INFO",
    "0.06, INFO",
    "0.04,",
  })
  void share_decides(double share, Severity expected) {
    assertThat(harm(share, 0).severity().orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.06, 0.51, WARNING", "0.06, 0.49, INFO", "0.04, 0.51, INFO", "0.04, 0.49,"})
  void whatMakesUpTheSlowestRuns_isWorse(double share, double tailShare, Severity expected) {
    assertThat(harm(share, tailShare).severity().orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1.1e9, true", "0.9e9, false"})
  void lessThanAHundredthOfAThread_isSeenByNobody(double lostNanos, boolean counts) {
    Loss loss = new Loss("rare", lostNanos, lostNanos, lostNanos, 1, 1);

    assertThat(Harm.of(List.of(loss), COVERED_NANOS).severity().isPresent()).isEqualTo(counts);
  }

  @Test
  void jobs_areTheHarmedOnes_theWorstFirst() {
    Harm harm = Harm.of(List.of(loss("b", 0.2), loss("none", 0.01), loss("a", 0.4)), COVERED_NANOS);

    assertThat(harm.jobs()).containsExactly("a", "b");
  }

  @Test
  void impact_isTheWorstJobsMeanSojournTimeWithAndWithoutTheCause() {
    Harm harm = Harm.of(List.of(loss("a", 0.4)), COVERED_NANOS);

    assertThat(harm.impact().to()).isCloseTo(100, within(1e-6));
    assertThat(harm.impact().from()).isCloseTo(60, within(1e-6));
    assertThat(harm.impact().share()).isCloseTo(0.4, within(1e-6));
  }

  private static Harm harm(double share, double tailShare) {
    Loss loss = new Loss("a", share * SERVICE_NANOS, SERVICE_NANOS, SERVICE_NANOS, 1000, tailShare);
    return Harm.of(List.of(loss), COVERED_NANOS);
  }

  private static Loss loss(String job, double share) {
    return new Loss(job, share * SERVICE_NANOS, SERVICE_NANOS, SERVICE_NANOS, 1000, 0);
  }
}
