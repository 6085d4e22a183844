package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeLimitTest {
  private static final int TOO_MANY = Resolution.MOST_NAMES + 1;

  @Test
  void manyNames_areTooManyBeforeACensusOnly() {
    Resolution afterCensus = Resolution.FULL.with(new NameCensus().roster(Resolution.MOST_NAMES));

    assertThat(exceededAt(Resolution.FULL)).isTrue();
    assertThat(exceededAt(afterCensus)).as("else recordings are read for ever").isFalse();
  }

  private static boolean exceededAt(Resolution resolution) {
    SizeLimit limit = new SizeLimit(resolution);
    limit.checkNames(3, TOO_MANY);
    return limit.exceeded();
  }
}
