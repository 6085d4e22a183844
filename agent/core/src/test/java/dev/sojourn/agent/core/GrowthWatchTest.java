package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class GrowthWatchTest {
  private static final long SOON_MILLIS = 1;
  private static final long PATIENCE_SECONDS = 60;

  @Test
  void search_isRepeatedUntilItIsStopped() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    AtomicInteger searches = new AtomicInteger();
    GrowthWatch search =
        watch(
            () -> true,
            () -> {
              searches.incrementAndGet();
              thrice.countDown();
            });

    search.start();
    assertThat(thrice.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();
    int whenStopped = searches.get();

    assertThat(search.isAlive()).isFalse();
    assertThat(searches).hasValue(whenStopped);
  }

  @Test
  void whatDoesNotGrow_isNotSearched() throws Exception {
    CountDownLatch looks = new CountDownLatch(6);
    AtomicInteger searches = new AtomicInteger();
    GrowthWatch search =
        watch(
            () -> {
              looks.countDown();
              return false;
            },
            searches::incrementAndGet);

    search.start();
    assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();

    assertThat(searches).hasValue(0);
  }

  private static GrowthWatch watch(BooleanSupplier grows, Runnable search) {
    return new GrowthWatch(List.of(new GrowthWatch.Suspicion(grows, search)), SOON_MILLIS);
  }
}
