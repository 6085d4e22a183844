package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.SecondTable;
import dev.sojourn.agent.bootstrap.event.MachineSampleEvent;
import java.util.List;

/**
 * Writes once a second how long threads waited for a processor, as Linux tells it. The load of the
 * processors does not tell that: two threads on two processors are a full load, and so are twenty.
 * Costs three small reads, and a read for each thread where somebody waited. For one thread at a
 * time.
 */
final class ProcessorPressure implements SecondTable {
  private static final int MACHINE = 0;
  private static final int GROUP = 1;
  private static final int STOLEN = 2;

  private final List<KernelCounter> counters;
  private final ProcessorWaits waits;
  private final long[] last;
  private MachineSampleEvent begun;

  ProcessorPressure() {
    this(
        List.of(
            KernelCounter.machinePressure(), KernelCounter.groupPressure(), KernelCounter.stolen()),
        new ProcessorWaits());
  }

  ProcessorPressure(List<KernelCounter> counters, ProcessorWaits waits) {
    this.counters = counters;
    this.waits = waits;
    this.last = new long[counters.size()];
  }

  @Override
  public void flush(long secondEpochMillis) {
    MachineSampleEvent ended = begun;
    begun = new MachineSampleEvent();
    begun.begin();
    long[] grown = grown();
    if (ended != null) {
      ended.machinePressure = grown[MACHINE];
      ended.groupPressure = grown[GROUP];
      ended.stolen = grown[STOLEN];
      ended.commit();
      // In a container the machine's pressure is mostly that of others.
      waits.write(grown[GROUP] < 0 ? grown[MACHINE] : grown[GROUP], System.nanoTime());
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
