package dev.sojourn.agent.bootstrap.memory;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.Seconds;

/** Makes the probe on direct memory ready before it is woven in. */
public final class DirectMemoryObservation {
  private DirectMemoryObservation() {}

  /** Initialises what the probe needs, and has the memory summarised each second, anew. */
  public static void start() {
    rehearse();
    DirectMemoryTable.HOST.clear();
    Seconds.register(DirectMemoryTable.HOST);
  }

  /** Forgets what is kept. */
  public static void stop() {
    DirectMemoryTable.HOST.clear();
  }

  /** No class may be initialised on the host's threads. */
  private static void rehearse() {
    DirectMemoryProbe.cleaned(DirectMemoryProbe.cleaning(null), null);
    SampledMemory sample = new SampledMemory(null, HostPlace.ofCurrentThread(), 1, 1);
    sample.until(BufferCleaning.release(sample));
    new DirectMemoryTable(1).add(sample);
  }
}
