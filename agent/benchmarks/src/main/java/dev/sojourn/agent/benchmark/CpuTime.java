package dev.sojourn.agent.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time per operation: of the whole JVM, since an agent's own threads are a cost, too; and
 * of the benchmark's threads alone, which is what the probes take.
 */
public final class CpuTime implements InternalProfiler {
  /** Name of the whole JVM's. */
  static final String PROCESS = "cpu";

  /** Name of the benchmark's threads'. */
  static final String WORKERS = "own";

  private static final String WORKER = "jmh-worker";

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long processNanos;
  private long workerNanos;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    processNanos = system.getProcessCpuTime();
    workerNanos = workerNanos();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = result.getMetadata().getMeasuredOps();
    return List.of(
        perOperation(PROCESS, (system.getProcessCpuTime() - processNanos) / operations),
        perOperation(WORKERS, (workerNanos() - workerNanos) / operations));
  }

  private static ScalarResult perOperation(String label, double nanos) {
    return new ScalarResult(label, nanos, "ns/op", AggregationPolicy.AVG);
  }

  private long workerNanos() {
    long sum = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains(WORKER)) {
        sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return sum;
  }

  @Override
  public String getDescription() {
    return "CPU time per operation";
  }
}
