package dev.sojourn.analyzer.summary;

import java.util.Map;
import java.util.Set;

/**
 * Use of the processors.
 *
 * @param use load by time
 * @param processors what the JVM may use
 * @param throttledNanos time throttled by the container since its start, by JVM and time
 * @param contextSwitchesPerSecond of the machine, by time
 * @param threadMicros CPU use of threads by group of names, in millionths of all processors
 */
public record Cpu(
    Series<CpuUse> use,
    Set<Processors> processors,
    Map<String, Series<Gauge>> throttledNanos,
    Series<Gauge> contextSwitchesPerSecond,
    Map<String, Series<Gauge>> threadMicros)
    implements Part<Cpu> {
  /** Nothing. */
  public static final Cpu EMPTY =
      new Cpu(Series.empty(), Set.of(), Map.of(), Series.empty(), Map.of());

  @Override
  public Cpu plus(Cpu other) {
    return new Cpu(
        use.plus(other.use),
        Sums.ofSets(processors, other.processors),
        Sums.ofParts(throttledNanos, other.throttledNanos),
        contextSwitchesPerSecond.plus(other.contextSwitchesPerSecond),
        Sums.ofParts(threadMicros, other.threadMicros));
  }
}
