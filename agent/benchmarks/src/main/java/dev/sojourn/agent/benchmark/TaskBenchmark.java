package dev.sojourn.agent.benchmark;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An empty task to an executor and back. */
@State(Scope.Benchmark)
public class TaskBenchmark {
  private final ExecutorService threadPool = Executors.newFixedThreadPool(1);
  private final ExecutorService forkJoin = new ForkJoinPool(1);
  private ExecutorService virtualThreads;
  private int runs;

  /** Virtual threads are younger than the JDK that this is compiled for. */
  @Setup
  public void start() throws ReflectiveOperationException {
    if (Runtime.version().feature() >= 21) {
      virtualThreads =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
  }

  @TearDown
  public void end() {
    threadPool.shutdown();
    forkJoin.shutdown();
    if (virtualThreads != null) {
      virtualThreads.shutdown();
    }
  }

  @Benchmark
  public Object threadPool() throws InterruptedException, ExecutionException {
    return roundTrip(threadPool);
  }

  @Benchmark
  public Object forkJoinPool() throws InterruptedException, ExecutionException {
    return roundTrip(forkJoin);
  }

  @Benchmark
  public Object virtualThread() throws InterruptedException, ExecutionException {
    return roundTrip(virtualThreads);
  }

  private Object roundTrip(ExecutorService executor)
      throws InterruptedException, ExecutionException {
    return executor.submit(() -> runs++).get();
  }
}
