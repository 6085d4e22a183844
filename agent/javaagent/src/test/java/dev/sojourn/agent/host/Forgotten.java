package dev.sojourn.agent.host;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Gives tasks up in all ways there are, and waits until the last of them has been collected. */
public final class Forgotten {
  private final List<WeakReference<Runnable>> tasks = new ArrayList<>();

  private Forgotten() {}

  public static void main(String[] arguments) throws Exception {
    Forgotten forgotten = new Forgotten();
    CountDownLatch end = new CountDownLatch(1);
    ThreadPoolExecutor pool = busy(new ThreadPoolExecutor.AbortPolicy(), end);
    forgotten.cancelledAndRemoved(pool);
    forgotten.rejected(pool);
    forgotten.dropped(busy(new ThreadPoolExecutor.DiscardPolicy(), end));
    forgotten.dropped(busy(new ThreadPoolExecutor.DiscardOldestPolicy(), end));
    forgotten.dropped(busy(new ThreadPoolExecutor.CallerRunsPolicy(), end));
    forgotten.notYetDue();
    forgotten.cancelledInForkJoin();
    forgotten.awaitCollection();
    end.countDown();
    System.out.println("forgotten");
    System.exit(0);
  }

  private static ThreadPoolExecutor busy(RejectedExecutionHandler handler, CountDownLatch end)
      throws InterruptedException {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(2), handler);
    CountDownLatch running = new CountDownLatch(1);
    pool.execute(
        () -> {
          running.countDown();
          await(end);
        });
    running.await();
    return pool;
  }

  private void cancelledAndRemoved(ThreadPoolExecutor pool) {
    Future<?> cancelled = pool.submit(task());
    cancelled.cancel(false);
    pool.purge();
    Runnable removed = task();
    pool.execute(removed);
    pool.remove(removed);
  }

  private void rejected(ThreadPoolExecutor pool) {
    pool.execute(Thread::yield);
    pool.execute(Thread::yield);
    for (int i = 0; i < 10; i++) {
      try {
        pool.submit(task());
      } catch (RejectedExecutionException expected) {
        Thread.yield();
      }
    }
  }

  private void dropped(ThreadPoolExecutor pool) {
    pool.execute(Thread::yield);
    pool.execute(Thread::yield);
    for (int i = 0; i < 10; i++) {
      pool.execute(task());
    }
    pool.shutdownNow().clear();
  }

  private void notYetDue() {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    pool.setRemoveOnCancelPolicy(true);
    pool.schedule(task(), 1, TimeUnit.HOURS).cancel(false);
    pool.scheduleAtFixedRate(task(), 1, 1, TimeUnit.HOURS);
    pool.shutdownNow().clear();
  }

  private void cancelledInForkJoin() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(1);
    CountDownLatch end = new CountDownLatch(1);
    pool.execute(() -> await(end));
    pool.submit(task()).cancel(false);
    end.countDown();
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  private Runnable task() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            Thread.yield();
          }
        };
    tasks.add(new WeakReference<>(task));
    return task;
  }

  private void awaitCollection() throws InterruptedException {
    while (tasks.stream().anyMatch(task -> task.get() != null)) {
      System.gc();
      Thread.sleep(10);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }
}
