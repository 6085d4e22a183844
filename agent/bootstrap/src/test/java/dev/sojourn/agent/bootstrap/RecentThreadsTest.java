package dev.sojourn.agent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecentThreadsTest {
  private static final int MORE_THREADS_THAN_PLACES = 300;

  @AfterEach
  void forget() {
    ThreadState.forgetAll();
  }

  @Test
  void rememberedThread_findsItsState() {
    assertThat(RecentThreads.find()).isNull();
    ThreadState.current().remember();

    assertThat(RecentThreads.find()).isSameAs(ThreadState.current());
    assertThat(ThreadState.recent()).isSameAs(ThreadState.current());
  }

  @Test
  void forgottenThread_findsItsStateElsewhere() {
    ThreadState.current().remember();
    ThreadState.current().forget();

    assertThat(RecentThreads.find()).isNull();
    assertThat(ThreadState.recent()).isSameAs(ThreadState.current());
  }

  @Test
  void threadsOfOnePlace_neverFindEachOther() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    CountDownLatch allThere = new CountDownLatch(MORE_THREADS_THAN_PLACES);
    List<Future<Boolean>> own = new ArrayList<>();
    for (int i = 0; i < MORE_THREADS_THAN_PLACES; i++) {
      own.add(
          pool.submit(
              () -> {
                allThere.countDown();
                allThere.await();
                return findsItsOwn();
              }));
    }
    for (Future<Boolean> each : own) {
      assertThat(each.get()).isTrue();
    }
    pool.shutdown();
  }

  private static boolean findsItsOwn() {
    ThreadState state = ThreadState.current();
    for (int i = 0; i < 1_000; i++) {
      state.remember();
      if (ThreadState.recent() != state) {
        return false;
      }
    }
    return true;
  }
}
