package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.PressureSample;
import dev.sojourn.analyzer.summary.Series;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a hypervisor took of a virtual machine's processors. The system counts it as idle, and for
 * the program it is as lost as what other processes take.
 */
final class StolenTime {
  private StolenTime() {}

  /** The use of the processors, that by the hypervisor included. */
  static Series<CpuUse> included(
      Series<CpuUse> use, Series<PressureSample> pressure, int processors) {
    int level = Math.max(use.level(), pressure.level());
    TreeMap<Long, PressureSample> pressed = new TreeMap<>(pressure.coarsened(level).bins());
    TreeMap<Long, CpuUse> bins = new TreeMap<>(use.coarsened(level).bins());
    bins.replaceAll(
        (second, sample) -> {
          // both are told about once a second, so two may fall into one and none into the next
          Map.Entry<Long, PressureSample> last = pressed.floorEntry(second);
          return last == null
              ? sample
              : included(sample, last.getValue().stolenMicros().mean() / processors);
        });
    return new Series<>(level, bins);
  }

  private static CpuUse included(CpuUse sample, double stolenMicros) {
    Gauge machine = sample.machineMicros();
    long most = Math.round(1e6 - machine.maximum());
    long extra = Math.max(0, Math.min(most, Math.round(stolenMicros)));
    return new CpuUse(
        sample.jvmUserMicros(),
        sample.jvmSystemMicros(),
        new Gauge(
            machine.samples(),
            machine.total() + machine.samples() * extra,
            machine.minimum() + extra,
            machine.maximum() + extra));
  }
}
