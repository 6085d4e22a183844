package dev.sojourn.agent.host;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks in the less common ways and counts them itself. */
final class MoreExecutors {
  private static final String NAME = MoreExecutors.class.getName();

  private MoreExecutors() {}

  static void run() throws Exception {
    callerRuns();
    oldestGivesWay();
    any();
    forkJoin();
    stages();
    decorated();
    hooked();
    ownFutures();
    completion();
    periodicUntilItFails();
    timer();
    Served.run();
  }

  private static void callerRuns() throws Exception {
    ThreadPoolExecutor pool = full(new ThreadPoolExecutor.CallerRunsPolicy());
    CountDownLatch end = new CountDownLatch(1);
    fill(pool, end);
    for (int i = 0; i < 7; i++) {
      pool.execute(new ByCaller());
      pool.submit(new ByCaller()).get();
    }
    end.countDown();
    end(pool);
  }

  /** Of those that waited, the last alone is run. */
  private static void oldestGivesWay() throws Exception {
    ThreadPoolExecutor pool = full(new ThreadPoolExecutor.DiscardOldestPolicy());
    CountDownLatch end = new CountDownLatch(1);
    fill(pool, end);
    for (int i = 0; i < 5; i++) {
      pool.execute(new Yielding());
    }
    end.countDown();
    end(pool);
  }

  /** A pool of one thread and one place in its queue. */
  private static ThreadPoolExecutor full(RejectedExecutionHandler handler) {
    return new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), handler);
  }

  private static void fill(ThreadPoolExecutor pool, CountDownLatch end) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    pool.execute(
        () -> {
          Counts.add(NAME + ".fill");
          running.countDown();
          await(end);
        });
    running.await();
    Counts.add(Yielding.class.getName());
    pool.execute(new Yielding());
  }

  private static void any() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Callable<Integer> first = () -> count("any");
    pool.invokeAny(List.of(first));
    end(pool);
  }

  private static void forkJoin() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    List<Callable<Integer>> tasks = List.of(() -> count("forkJoin"), () -> count("forkJoin"));
    pool.invokeAll(tasks);
    end(pool);
    ForkJoinPool.commonPool().submit(() -> count("forkJoin")).get();
  }

  private static void stages() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CompletableFuture<Integer> first = new CompletableFuture<>();
    CompletableFuture<Integer> last =
        first
            .thenApplyAsync(number -> number + count("stages"), pool)
            .thenCombineAsync(first, (one, other) -> count("stages"), pool)
            .whenCompleteAsync((number, failure) -> count("stages"), pool)
            .thenApply(number -> number + 1);
    first.complete(1);
    last.get();
    CompletableFuture<Void> failed =
        CompletableFuture.runAsync(
            () -> {
              count("stages");
              throw new IllegalStateException("told");
            },
            pool);
    end(pool);
    if (!failed.isCompletedExceptionally()) {
      System.out.println("the stage did not fail");
    }
  }

  /** What wraps a task for its own ends does not give its name to it. */
  private static void decorated() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < 6; i++) {
      pool.execute(decorate(new Yielding(), "context"));
      Counts.add(Yielding.class.getName());
    }
    end(pool);
  }

  private static Runnable decorate(Runnable task, String context) {
    return () -> {
      if (!context.isEmpty()) {
        task.run();
      }
    };
  }

  private static void hooked() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            Thread.yield();
          }

          @Override
          protected void afterExecute(Runnable task, Throwable failure) {
            Thread.yield();
          }
        };
    for (int i = 0; i < 4; i++) {
      pool.submit(() -> count("hooked"));
    }
    end(pool);
  }

  /** A pool with futures of its own kind runs what is in them. */
  private static void ownFutures() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
            return new OwnFuture<>(task);
          }
        };
    for (int i = 0; i < 4; i++) {
      pool.submit(() -> count("ownFutures")).get();
    }
    end(pool);
  }

  /** There a task is wrapped twice, and each wrapper is a task of its own to the pool. */
  private static void completion() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    var completion = new ExecutorCompletionService<Integer>(pool);
    for (int i = 0; i < 4; i++) {
      completion.submit(() -> count("completion"));
      completion.take().get();
    }
    end(pool);
  }

  private static void periodicUntilItFails() throws Exception {
    ScheduledExecutorService pool = new ScheduledThreadPoolExecutor(1);
    CountDownLatch left = new CountDownLatch(3);
    try {
      pool.scheduleWithFixedDelay(() -> failAtLast(left), 1, 1, TimeUnit.MILLISECONDS).get();
    } catch (ExecutionException expected) {
      if (!(expected.getCause() instanceof IllegalStateException)) {
        System.out.println("another failure came back: " + expected);
      }
    }
    end(pool);
  }

  private static void failAtLast(CountDownLatch left) {
    count("periodicUntilItFails");
    left.countDown();
    if (left.getCount() == 0) {
      throw new IllegalStateException("enough");
    }
  }

  private static void timer() throws Exception {
    Timer timer = new Timer("host-timer");
    CountDownLatch left = new CountDownLatch(4);
    timer.schedule(new Tick(left), 1, 2);
    left.await();
    timer.cancel();
  }

  private static int count(String method) {
    Counts.add(NAME + "." + method);
    return 0;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      System.out.println("interrupted");
    }
  }

  private static void end(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
      System.out.println("a pool does not end");
    }
  }

  private static final class OwnFuture<T> extends FutureTask<T> {
    OwnFuture(Callable<T> task) {
      super(task);
    }
  }

  private static final class ByCaller implements Runnable {
    @Override
    public void run() {
      Counts.add(ByCaller.class.getName());
      if (!Thread.currentThread().getName().equals("main")) {
        System.out.println("ran by " + Thread.currentThread());
      }
    }
  }

  /** Counted where it is submitted, since some are dropped. */
  private static final class Yielding implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }

  private static final class Tick extends TimerTask {
    private final CountDownLatch left;

    Tick(CountDownLatch left) {
      this.left = left;
    }

    @Override
    public void run() {
      Counts.add(Tick.class.getName());
      if (left.getCount() == 1) {
        cancel();
      }
      left.countDown();
    }
  }
}
