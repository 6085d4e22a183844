package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.CostMode;
import dev.sojourn.agent.bootstrap.ProbeMeter;
import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.event.AgentStatusEvent;
import dev.sojourn.agent.bootstrap.job.JobTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Writes what the agent does and costs. */
final class Status implements SecondTable {
  private static final long PERIOD_MILLIS = 10_000;
  private static final int MOST_LINES = 100;

  private final Options options;
  private final Weaver weaver;
  private final PatternNotices notices;
  private final FollowedMonitors followed;
  private final CostGovernor governor;
  private final LongSupplier cpuNanos;
  private long firstMillis;
  private long lastMillis;
  private long lastCpuNanos;
  private long lastProbeNanos;

  Status(
      Options options,
      Weaver weaver,
      PatternNotices notices,
      FollowedMonitors followed,
      CostGovernor governor,
      LongSupplier cpuNanos) {
    this.options = options;
    this.weaver = weaver;
    this.notices = notices;
    this.followed = followed;
    this.governor = governor;
    this.cpuNanos = cpuNanos;
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
    List<String> failures = new ArrayList<>(weaver.failures());
    failures.addAll(notices.lines());
    if (Suppressed.first() != null) {
      failures.add("probe: " + Suppressed.first());
    }
    event.failures = lines(failures);
    event.classes = lines(new TreeSet<>(weaver.woven()));
    event.monitors = lines(followed.lines());
    event.suppressed = Suppressed.count();
    event.written = JobTable.INSTANCE.written();
    event.sampled = JobTable.INSTANCE.sampled();
    event.dropped = JobTable.INSTANCE.pending();
    event.probeTime = ProbeMeter.nanos();
    event.probes = ProbeMeter.passages();
    event.costBudget = governor.ratio();
    // The beans that tell the JVM's CPU time are slow to load: a short-lived program is spared
    // them.
    if (lastMillis - firstMillis >= PERIOD_MILLIS) {
      event.costRatio = costRatio(event.probeTime);
    }
    boolean full = event.sampled == 0 && governor.furthest() == CostMode.FULL;
    CostMode reached = full ? CostMode.FULL : CostMode.SAMPLING;
    event.mode = latest(reached, governor.furthest()).text();
    event.commit();
  }

  private static String lines(Collection<String> all) {
    StringBuilder lines = new StringBuilder();
    int left = MOST_LINES;
    for (String line : all) {
      if (left-- == 0) {
        break;
      }
      lines.append(lines.isEmpty() ? "" : "\n").append(line);
    }
    return lines.isEmpty() ? null : lines.toString();
  }

  private static CostMode latest(CostMode one, CostMode other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private double costRatio(long probeNanos) {
    long cpu = cpuNanos.getAsLong();
    double ratio =
        cpu > lastCpuNanos ? (double) (probeNanos - lastProbeNanos) / (cpu - lastCpuNanos) : 0;
    lastCpuNanos = cpu;
    lastProbeNanos = probeNanos;
    return ratio;
  }
}
