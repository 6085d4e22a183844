package dev.sojourn.agent.benchmark;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A thousand empty tasks at once: no thread sleeps, so what is left is the queue and the probes.
 */
@State(Scope.Benchmark)
public class BatchBenchmark {
  private static final int TASKS = 1_000;
  private final ExecutorService threadPool = Executors.newFixedThreadPool(1);
  private int runs;

  @TearDown
  public void end() {
    threadPool.shutdown();
  }

  @Benchmark
  @OperationsPerInvocation(TASKS)
  public Object threadPool() throws InterruptedException, ExecutionException {
    Future<Integer> last = null;
    for (int i = 0; i < TASKS; i++) {
      last = threadPool.submit(() -> runs++);
    }
    return last.get();
  }
}
