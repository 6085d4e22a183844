package dev.sojourn.agent.core;

import com.sun.management.ThreadMXBean;
import dev.sojourn.agent.bootstrap.job.ThreadMeter;
import java.lang.management.ManagementFactory;

/** Reads the current thread's CPU time and allocation. Virtual threads have neither. */
final class CurrentThreadMeter implements ThreadMeter {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final boolean measuresCpu = threads.isCurrentThreadCpuTimeSupported();
  private final boolean measuresAllocation = threads.isThreadAllocatedMemorySupported();

  @Override
  public long cpuNanos() {
    try {
      return measuresCpu ? threads.getCurrentThreadCpuTime() : -1;
    } catch (UnsupportedOperationException virtualThread) {
      return -1;
    }
  }

  @Override
  public long allocatedBytes() {
    return measuresAllocation ? threads.getCurrentThreadAllocatedBytes() : -1;
  }
}
