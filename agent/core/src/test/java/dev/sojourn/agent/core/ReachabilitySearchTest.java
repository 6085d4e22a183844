package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ReachabilitySearchTest {
  private static final long SOON_MILLIS = 1;
  private static final long PATIENCE_SECONDS = 60;

  @Test
  void search_isRepeatedUntilItIsStopped() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    AtomicInteger searches = new AtomicInteger();
    ReachabilitySearch search =
        new ReachabilitySearch(
            () -> {
              searches.incrementAndGet();
              thrice.countDown();
            },
            SOON_MILLIS);

    search.start();
    assertThat(thrice.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();
    int whenStopped = searches.get();

    assertThat(search.isAlive()).isFalse();
    assertThat(searches).hasValue(whenStopped);
  }
}
