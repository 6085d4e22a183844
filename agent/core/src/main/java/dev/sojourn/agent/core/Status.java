package dev.sojourn.agent.core;

import com.sun.management.OperatingSystemMXBean;
import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.event.AgentStatusEvent;
import dev.sojourn.agent.bootstrap.job.JobTable;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what the agent does and costs. */
final class Status implements SecondTable {
  private static final long PERIOD_MILLIS = 10_000;
  private static final int MOST_FAILURES = 20;

  private final Options options;
  private final Weaver weaver;
  private OperatingSystemMXBean system;
  private long lastMillis;
  private long lastCpuNanos;
  private long lastProbeNanos;

  Status(Options options, Weaver weaver) {
    this.options = options;
    this.weaver = weaver;
  }

  @Override
  public void flush(long secondEpochMillis) {
    boolean endsEarly = System.currentTimeMillis() < secondEpochMillis + 1000;
    if (endsEarly || secondEpochMillis - lastMillis >= PERIOD_MILLIS) {
      lastMillis = secondEpochMillis;
      write();
    }
  }

  private void write() {
    AgentStatusEvent event = new AgentStatusEvent();
    event.version = Version.text();
    event.options = options.given();
    event.woven = weaver.woven().size();
    event.failed = weaver.failures().size();
    event.failures = failures();
    event.suppressed = Suppressed.count();
    event.written = JobTable.INSTANCE.written();
    event.sampled = JobTable.INSTANCE.sampled();
    event.dropped = JobTable.INSTANCE.pending();
    cost(event);
    event.mode = event.sampled == 0 ? "full" : "sampling";
    event.commit();
  }

  private String failures() {
    Stream<String> unmatched =
        weaver.patterns().unmatched().stream()
            .map(pattern -> "option jobs: no method matched '" + pattern.text() + "' so far");
    String lines =
        Stream.concat(weaver.failures().stream(), unmatched)
            .limit(MOST_FAILURES)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : lines;
  }

  private void cost(AgentStatusEvent event) {
    if (system == null) {
      system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
    long cpuNanos = system.getProcessCpuTime();
    long probeNanos = JobTable.INSTANCE.probeNanos();
    event.probeTime = probeNanos;
    event.costRatio =
        cpuNanos > lastCpuNanos
            ? (double) (probeNanos - lastProbeNanos) / (cpuNanos - lastCpuNanos)
            : 0;
    lastCpuNanos = cpuNanos;
    lastProbeNanos = probeNanos;
  }
}
