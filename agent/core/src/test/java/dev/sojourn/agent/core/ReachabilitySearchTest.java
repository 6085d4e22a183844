package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
            () -> false,
            () -> {},
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
            () -> false,
            searches::incrementAndGet,
            searches::incrementAndGet,
            SOON_MILLIS);

    search.start();
    assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();

    assertThat(searches).hasValue(0);
  }

  @Test
  void whatElseGrows_isCollectedAndNotSearchedFor() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    AtomicInteger searches = new AtomicInteger();
    ReachabilitySearch search =
        new ReachabilitySearch(
            () -> false, () -> true, thrice::countDown, searches::incrementAndGet, SOON_MILLIS);

    search.start();
    assertThat(thrice.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();

    assertThat(searches).hasValue(0);
  }

  @Test
  void heapIsCollected_beforeItIsSearched() throws Exception {
    CountDownLatch steps = new CountDownLatch(4);
    List<String> order = new CopyOnWriteArrayList<>();
    ReachabilitySearch search =
        new ReachabilitySearch(
            () -> true,
            () -> false,
            () -> step("collected", order, steps),
            () -> step("searched", order, steps),
            SOON_MILLIS);

    search.start();
    assertThat(steps.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    search.stop();

    assertThat(order).startsWith("collected", "searched", "collected", "searched");
  }

  private static void step(String name, List<String> order, CountDownLatch steps) {
    order.add(name);
    steps.countDown();
  }
}
