package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Samples of running threads.
 *
 * @param execution samples taken at intervals of time
 * @param cpuTime samples taken at intervals of CPU time, where the recording has them: the time
 *     that they stand for
 */
public record Samples(Map<SampleKey, Long> execution, Map<SampleKey, TimeTotal> cpuTime)
    implements Part<Samples> {
  /** No sample. */
  public static final Samples EMPTY = new Samples(Map.of(), Map.of());

  @Override
  public Samples plus(Samples other) {
    return new Samples(
        Sums.ofCounts(execution, other.execution), Sums.ofParts(cpuTime, other.cpuTime));
  }
}
