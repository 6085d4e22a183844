package dev.sojourn.agent.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Runs tasks on every kind of executor and counts them itself. */
public final class EveryExecutor {
  private static final String NAME = EveryExecutor.class.getName();

  private EveryExecutor() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool(pool);
    lambdas(pool);
    subclass();
    futures(pool);
    forkJoin();
    scheduled();
    virtual();
    MoreExecutors.run();
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    // The pieces of a stream are no jobs.
    if (IntStream.range(0, 1000).parallel().map(i -> i + 1).sum() > 0) {
      Counts.print();
    }
  }

  private static void pool(ExecutorService pool) throws Exception {
    for (int i = 0; i < 300; i++) {
      pool.execute(new Plain());
      pool.submit(new Plain());
      pool.submit(new Asked());
    }
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(new Asked());
    }
    pool.invokeAll(all);
    var completion = new ExecutorCompletionService<Integer>(pool);
    completion.submit(new Asked());
    completion.take().get();
  }

  private static void lambdas(ExecutorService pool) {
    for (int i = 0; i < 50; i++) {
      int captured = i;
      pool.execute(() -> count("lambdas"));
      pool.submit(() -> count(captured < 0 ? "" : "lambdas"));
      pool.execute(EveryExecutor::referred);
    }
  }

  private static void referred() {
    count("referred");
  }

  private static void subclass() throws InterruptedException {
    var own = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {};
    own.execute(new Plain());
    own.shutdown();
    own.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static void futures(ExecutorService pool) {
    CompletableFuture.supplyAsync(() -> count("futures")).join();
    CompletableFuture.runAsync(() -> count("futures"), pool)
        .thenRunAsync(() -> count("futures"), pool)
        .join();
  }

  private static void forkJoin() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.invoke(new Fibonacci(12));
    Counts.add(Fibonacci.class.getName());
    pool.submit((Runnable) new Plain()).get();
    pool.submit((Callable<Integer>) new Asked()).get();
    pool.execute((Runnable) new Plain());
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static void scheduled() throws InterruptedException {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    CountDownLatch five = new CountDownLatch(5);
    pool.scheduleAtFixedRate(() -> tick(five), 0, 10, TimeUnit.MILLISECONDS);
    pool.schedule(new Plain(), 5, TimeUnit.MILLISECONDS);
    five.await();
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static void tick(CountDownLatch latch) {
    count("scheduled");
    latch.countDown();
  }

  private static void virtual() throws Exception {
    if (Runtime.version().feature() < 21) {
      return;
    }
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    for (int i = 0; i < 40; i++) {
      threads.execute(() -> count("virtual"));
      threads.submit(new Asked());
    }
    threads.shutdown();
    threads.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static int count(String method) {
    Counts.add(NAME + "." + method);
    return 0;
  }

  private static final class Plain implements Runnable {
    @Override
    public void run() {
      Counts.add(Plain.class.getName());
    }
  }

  private static final class Asked implements Callable<Integer> {
    @Override
    public Integer call() {
      Counts.add(Asked.class.getName());
      return 0;
    }
  }

  private static final class Fibonacci extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;
    private final int n;

    Fibonacci(int n) {
      this.n = n;
    }

    @Override
    protected Integer compute() {
      if (n < 2) {
        return n;
      }
      Fibonacci other = new Fibonacci(n - 1);
      other.fork();
      return new Fibonacci(n - 2).compute() + other.join();
    }
  }
}
