package dev.sojourn.agent.bootstrap.memory;

import dev.sojourn.agent.bootstrap.HostPlace;

/**
 * One allocation of direct memory that was taken for a sample, until it is given back. It keeps
 * nothing of the host. What changes is one thread's.
 */
final class SampledMemory {
  private final String job;
  private final HostPlace place;
  private final long bytes;
  private long intervalBytes;
  private Release release;
  private PlaceTotals totals;

  /**
   * A sample.
   *
   * @param job null outside any
   * @param intervalBytes that of the sampling when it was taken
   */
  SampledMemory(String job, HostPlace place, long bytes, long intervalBytes) {
    this.job = job;
    this.place = place;
    this.bytes = bytes;
    this.intervalBytes = intervalBytes;
  }

  /** Sees to it that its end is noticed; before it is handed to another thread. */
  void until(Release itsRelease) {
    release = itsRelease;
  }

  boolean isOver() throws Throwable {
    return release.isOver();
  }

  /** Has it counted there from now on. */
  void countIn(PlaceTotals ofPlace) {
    totals = ofPlace;
  }

  PlaceTotals totals() {
    return totals;
  }

  String job() {
    return job;
  }

  HostPlace place() {
    return place;
  }

  /** How many allocations it stands for. */
  double allocations() {
    return 1 / chance(intervalBytes);
  }

  /** The bytes that it stands for. */
  double representedBytes() {
    return bytes * allocations();
  }

  /**
   * Makes the sample one of a coarser sampling.
   *
   * @param random from 0 up to 1
   * @return whether it would have been taken by that
   */
  boolean thin(long coarserBytes, double random) {
    if (coarserBytes <= intervalBytes) {
      return true;
    }
    boolean taken = random < chance(coarserBytes) / chance(intervalBytes);
    intervalBytes = coarserBytes;
    return taken;
  }

  private double chance(long interval) {
    return ByteSampling.chance(bytes, interval);
  }
}
