package dev.sojourn.agent.bootstrap.memory;

import dev.sojourn.agent.bootstrap.HostPlace;
import dev.sojourn.agent.bootstrap.event.DirectMemorySummaryEvent;

/** What a job asked for at one place, and has not given back. For one thread. */
final class PlaceTotals {
  private final String job;
  private final HostPlace place;
  private double heldBytes;
  private double heldAllocations;
  private double allocatedBytes;
  private int samples;
  private int idleSeconds;

  PlaceTotals(String job, HostPlace place) {
    this.job = job;
    this.place = place;
  }

  boolean isOf(String otherJob, HostPlace otherPlace) {
    return place.equals(otherPlace) && (job == null ? otherJob == null : job.equals(otherJob));
  }

  void add(SampledMemory held) {
    heldBytes += held.representedBytes();
    heldAllocations += held.allocations();
    samples++;
  }

  void allocate(SampledMemory sample) {
    allocatedBytes += sample.representedBytes();
  }

  boolean isInUse() {
    return samples > 0 || allocatedBytes > 0;
  }

  /** For how many seconds there was nothing to tell of. */
  int idleSeconds() {
    return idleSeconds;
  }

  /** Writes what was gathered, and starts anew. */
  void flush(long secondEpochMillis) {
    DirectMemorySummaryEvent event = new DirectMemorySummaryEvent();
    event.job = job;
    event.method = place.method();
    event.line = place.line();
    event.second = secondEpochMillis;
    event.held = Math.round(heldBytes);
    event.buffers = Math.round(heldAllocations);
    event.allocated = Math.round(allocatedBytes);
    event.samples = samples;
    event.commit();
    idleSeconds = isInUse() ? 0 : idleSeconds + 1;
    heldBytes = 0;
    heldAllocations = 0;
    allocatedBytes = 0;
    samples = 0;
  }
}
