package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ContextSwitchRate;
import dev.sojourn.analyzer.event.CpuLoad;
import dev.sojourn.analyzer.event.CpuTopology;
import dev.sojourn.analyzer.event.MachineSample;
import dev.sojourn.analyzer.event.ThreadCpuLoad;
import dev.sojourn.analyzer.event.Throttling;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the use of the processors. */
final class CpuBuilder {
  /** What is cut short by the end of a chunk tells too little. */
  private static final long LEAST_SAMPLE_NANOS = 250_000_000;

  private final Accumulation<Long, CpuUse> use = new Accumulation<>();
  private final Set<Processors> processors = new TreeSet<>();
  private final Accumulation<Long, Gauge> throttled = new Accumulation<>();
  private final Accumulation<Long, PressureSample> pressure = new Accumulation<>();
  private final Accumulation<Long, Gauge> switches = new Accumulation<>();
  private final Map<String, Accumulation<Long, Gauge>> threads = new HashMap<>();
  private final ThreadNames names;

  CpuBuilder(ThreadNames names) {
    this.names = names;
  }

  void accept(CpuLoad load) {
    CpuUse sample =
        new CpuUse(
            Gauge.of(micros(load.jvmUserRatio())),
            Gauge.of(micros(load.jvmSystemRatio())),
            Gauge.of(micros(load.machineTotalRatio())));
    use.add(TimeTotals.second(load.startEpochNanos()), sample);
  }

  void accept(CpuTopology topology) {
    processors.add(
        new Processors(
            topology.hardwareThreads(), topology.effectiveCpuCount(), topology.cpuQuotaMicros()));
  }

  void accept(Throttling throttling) {
    throttled.add(
        TimeTotals.second(throttling.startEpochNanos()), Gauge.of(throttling.throttledNanos()));
  }

  void accept(MachineSample sample) {
    long nanos = sample.durationNanos();
    if (nanos >= LEAST_SAMPLE_NANOS) {
      pressure.add(
          TimeTotals.second(sample.startEpochNanos() + nanos / 2),
          new PressureSample(
              share(sample.machinePressureNanos(), nanos),
              share(sample.groupPressureNanos(), nanos),
              share(sample.stolenNanos(), nanos)));
    }
  }

  void accept(ContextSwitchRate rate) {
    switches.add(
        TimeTotals.second(rate.startEpochNanos()), Gauge.of(Math.round(rate.switchesPerSecond())));
  }

  void accept(ThreadCpuLoad load) {
    threads
        .computeIfAbsent(names.groupOf(load.thread().name()), name -> new Accumulation<>())
        .add(
            TimeTotals.second(load.startEpochNanos()),
            Gauge.of(micros(load.userRatio() + load.systemRatio())));
  }

  /** The use of the processors by this JVM. */
  Cpu build(String jvm) {
    Map<String, Series<Gauge>> threadMicros = new HashMap<>();
    threads.forEach((name, seconds) -> threadMicros.put(name, Accumulation.series(seconds)));
    return new Cpu(
        Accumulation.series(use),
        Sums.ofSets(processors, Set.of()),
        throttledByJvm(jvm),
        Accumulation.series(switches),
        Sums.sorted(threadMicros));
  }

  Pressure buildPressure() {
    return new Pressure(Accumulation.series(pressure));
  }

  private Map<String, Series<Gauge>> throttledByJvm(String jvm) {
    Series<Gauge> series = Accumulation.series(throttled);
    return series.bins().isEmpty() ? Map.of() : Map.of(jvm, series);
  }

  private static Gauge share(long partNanos, long nanos) {
    return partNanos < 0 ? Gauge.EMPTY : Gauge.of(micros((double) partNanos / nanos));
  }

  private static long micros(double ratio) {
    return Math.round(ratio * 1_000_000);
  }
}
