package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.event.MachineSampleEvent;
import java.util.List;

/**
 * Writes once a second how long threads waited for a processor, as Linux tells it. The load of the
 * processors does not tell that: two threads on two processors are a full load, and so are twenty.
 * Costs three small reads. For one thread at a time.
 */
final class ProcessorPressure implements SecondTable {
  private final List<KernelCounter> counters;
  private final long[] last;
  private MachineSampleEvent begun;

  ProcessorPressure() {
    this(
        List.of(
            KernelCounter.machinePressure(),
            KernelCounter.groupPressure(),
            KernelCounter.stolen()));
  }

  ProcessorPressure(List<KernelCounter> counters) {
    this.counters = counters;
    this.last = new long[counters.size()];
  }

  @Override
  public void flush(long secondEpochMillis) {
    MachineSampleEvent ended = begun;
    begun = new MachineSampleEvent();
    begun.begin();
    long[] grown = grown();
    if (ended != null) {
      ended.machinePressure = grown[0];
      ended.groupPressure = grown[1];
      ended.stolen = grown[2];
      ended.commit();
    }
  }

  /** By how much each has grown since it was last asked. */
  private long[] grown() {
    long[] grown = new long[last.length];
    for (int i = 0; i < grown.length; i++) {
      long nanos = counters.get(i).nanos();
      grown[i] =
          nanos < 0 || last[i] < 0 ? KernelCounter.UNKNOWN_NANOS : Math.max(0, nanos - last[i]);
      last[i] = nanos;
    }
    return grown;
  }
}
