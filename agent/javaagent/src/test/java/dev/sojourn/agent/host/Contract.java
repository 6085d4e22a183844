package dev.sojourn.agent.host;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Checks that executors behave to the letter. Prints what does not. */
public final class Contract {
  private Contract() {}

  public static void main(String[] arguments) throws Exception {
    AtomicReference<Throwable> uncaught = new AtomicReference<>();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(3),
            task -> {
              Thread thread = new Thread(task, "contract");
              thread.setUncaughtExceptionHandler((dying, failure) -> uncaught.set(failure));
              return thread;
            });
    failures(pool, uncaught);
    identity(pool);
  }

  private static void failures(ThreadPoolExecutor pool, AtomicReference<Throwable> uncaught)
      throws InterruptedException {
    IllegalStateException thrown = new IllegalStateException("the user's");
    Future<Object> future =
        pool.submit(
            () -> {
              throw thrown;
            });
    try {
      future.get();
      System.out.println("the failure is lost");
    } catch (ExecutionException failure) {
      check(failure.getCause() == thrown, "another failure came back");
      check(isClean(failure), "a stack trace shows the agent");
    }
    pool.execute(
        () -> {
          throw thrown;
        });
    while (uncaught.get() == null) {
      Thread.onSpinWait();
    }
    check(uncaught.get() == thrown, "another failure reached the handler");
    check(isClean(thrown), "a stack trace shows the agent");
    check(
        CompletableFuture.runAsync(
                () -> {
                  throw thrown;
                },
                pool)
            .handle((nothing, failure) -> failure.getCause() == thrown)
            .join(),
        "another failure completed the future");
  }

  @SuppressWarnings("CollectionUndefinedEquality")
  private static void identity(ThreadPoolExecutor pool) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    pool.execute(
        () -> {
          running.countDown();
          await(end);
        });
    running.await();
    Runnable first = () -> {};
    Runnable second = () -> {};
    Future<?> third = pool.submit(() -> {});
    pool.execute(first);
    pool.execute(second);
    check(pool.getQueue().contains(first), "the queue does not know the task");
    try {
      pool.execute(first);
      System.out.println("nothing was rejected");
    } catch (RejectedExecutionException expected) {
      check(isClean(expected), "a stack trace shows the agent");
    }
    check(pool.remove(first), "the task cannot be removed");
    check(third.cancel(false) && third.isCancelled(), "the task cannot be cancelled");
    List<Runnable> left = pool.shutdownNow();
    check(left.size() == 2 && left.contains(second) && left.contains(third), "left: " + left);
    end.countDown();
    check(pool.awaitTermination(20, TimeUnit.SECONDS), "the pool does not end");
  }

  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    check(interrupted, "shutdownNow did not interrupt");
  }

  private static boolean isClean(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .noneMatch(frame -> frame.getClassName().contains("sojourn.agent.bootstrap"));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      System.out.println(otherwise);
    }
  }
}
