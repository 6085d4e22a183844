package dev.sojourn.agent.bootstrap.executor;

import dev.sojourn.agent.bootstrap.event.ExecutorSampleEvent;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** Reads the state of an executor into an event. */
final class ExecutorSampling {
  private ExecutorSampling() {}

  static void write(ExecutorState state) {
    ExecutorSampleEvent event = new ExecutorSampleEvent();
    Object executor = state.executor();
    if (!event.isEnabled() || executor == null || state.name() == null) {
      return;
    }
    event.executor = state.name();
    event.executorId = state.id();
    event.executorClass = state.className();
    event.rejected = state.rejected();
    event.completed = state.completed();
    if (executor instanceof ThreadPoolExecutor pool) {
      read(pool, event);
    } else if (executor instanceof ForkJoinPool pool) {
      read(pool, event);
    } else {
      PoolAccessors.read(executor, event);
    }
    event.commit();
  }

  private static void read(ThreadPoolExecutor pool, ExecutorSampleEvent event) {
    event.queueLength = pool.getQueue().size();
    event.active = pool.getActiveCount();
    event.size = pool.getPoolSize();
    event.maximum = pool.getMaximumPoolSize();
  }

  private static void read(ForkJoinPool pool, ExecutorSampleEvent event) {
    event.queueLength = pool.getQueuedSubmissionCount() + pool.getQueuedTaskCount();
    event.active = pool.getActiveThreadCount();
    event.size = pool.getPoolSize();
    event.maximum = pool.getParallelism();
  }
}
