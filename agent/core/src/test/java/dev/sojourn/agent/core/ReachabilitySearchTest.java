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
            () -> true,
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

  @Test
  void heapThatDoesNotGrow_isNotSearched() throws Exception {
    CountDownLatch looks = new CountDownLatch(6);
    AtomicInteger searches = new AtomicInteger();
    ReachabilitySearch search =
        new ReachabilitySearch(
            () -> {
              looks.countDown();
              return false;
            },
            searches::incrementAndGet,
            SOON_MILLIS);

    search.start();
    assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();

    assertThat(searches).hasValue(0);
  }
}
