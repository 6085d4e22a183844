package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ErlangCTest {
  private static final double ERROR = 1e-4;

  @Test
  void ofOneServer_asManyWaitAsItIsBusy() {
    assertThat(ErlangC.waitingRatio(1, 0.7)).isCloseTo(0.7, within(ERROR));
  }

  /** Gross, Harris, Fundamentals of Queueing Theory, example 2.4: 3 servers, load 2, P(W > 0). */
  @Test
  void textbookExample_isReproduced() {
    assertThat(ErlangC.waitingRatio(3, 2)).isCloseTo(4.0 / 9, within(ERROR));
  }

  @Test
  void moreLoadThanServers_makesAllWait() {
    assertThat(ErlangC.waitingRatio(3, 3.5)).isEqualTo(1);
  }

  @Test
  void noLoad_makesNobodyWait() {
    assertThat(ErlangC.waitingRatio(3, 0)).isZero();
  }
}
