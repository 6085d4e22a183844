package dev.sojourn.agent.core;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * The CPU time of this JVM so far, in nanoseconds. The bean that tells it is slow to load, so it is
 * asked for when it is first needed. For one thread.
 */
final class JvmCpuTime implements LongSupplier {
  private OperatingSystemMXBean system;

  @Override
  public long getAsLong() {
    if (system == null) {
      system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
    return system.getProcessCpuTime();
  }
}
