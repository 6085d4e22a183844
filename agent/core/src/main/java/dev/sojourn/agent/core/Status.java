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
  private static final int MOST_LINES = 100;

  private final Options options;
  private final Weaver weaver;
  private final PatternNotices notices;
  private final FollowedMonitors followed;
  private OperatingSystemMXBean system;
  private long firstMillis;
  private long lastMillis;
  private long lastCpuNanos;
  private long lastProbeNanos;

  Status(Options options, Weaver weaver, PatternNotices notices, FollowedMonitors followed) {
    this.options = options;
    this.weaver = weaver;
    this.notices = notices;
    this.followed = followed;
  }

  @Override
  public void flush(long secondEpochMillis) {
    if (firstMillis == 0) {
      firstMillis = secondEpochMillis;
    }
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
    event.failures = lines(Stream.concat(weaver.failures().stream(), notices.lines().stream()));
    event.classes = lines(weaver.woven().stream().sorted());
    event.monitors = lines(followed.lines().stream());
    event.suppressed = Suppressed.count();
    event.written = JobTable.INSTANCE.written();
    event.sampled = JobTable.INSTANCE.sampled();
    event.dropped = JobTable.INSTANCE.pending();
    event.probeTime = JobTable.INSTANCE.probeNanos();
    // The beans that tell the JVM's CPU time are slow to load: a short-lived program is spared
    // them.
    if (lastMillis - firstMillis >= PERIOD_MILLIS) {
      event.costRatio = costRatio(event.probeTime);
    }
    event.mode = event.sampled == 0 ? "full" : "sampling";
    event.commit();
  }

  private static String lines(Stream<String> all) {
    String lines = all.limit(MOST_LINES).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : lines;
  }

  private double costRatio(long probeNanos) {
    if (system == null) {
      system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
    long cpuNanos = system.getProcessCpuTime();
    double ratio =
        cpuNanos > lastCpuNanos
            ? (double) (probeNanos - lastProbeNanos) / (cpuNanos - lastCpuNanos)
            : 0;
    lastCpuNanos = cpuNanos;
    lastProbeNanos = probeNanos;
    return ratio;
  }
}
