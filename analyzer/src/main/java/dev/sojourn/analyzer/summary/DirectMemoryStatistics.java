package dev.sojourn.analyzer.summary;

/**
 * What was allocated at one place outside the heap, estimated from samples.
 *
 * @param heldBytes what was not given back, by time
 * @param allocatedBytes in all
 */
public record DirectMemoryStatistics(Series<Gauge> heldBytes, long allocatedBytes)
    implements Part<DirectMemoryStatistics> {
  @Override
  public DirectMemoryStatistics plus(DirectMemoryStatistics other) {
    return new DirectMemoryStatistics(
        heldBytes.plus(other.heldBytes), allocatedBytes + other.allocatedBytes);
  }
}
