package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/** Processors that a JVM may use; 0 for what is not told. */
public record Processors(int hardwareThreads, int effectiveCpuCount, long cpuQuotaMicros)
    implements Comparable<Processors> {
  private static final Comparator<Processors> ORDER =
      Comparator.comparingInt(Processors::hardwareThreads)
          .thenComparingInt(Processors::effectiveCpuCount)
          .thenComparingLong(Processors::cpuQuotaMicros);

  @Override
  public int compareTo(Processors other) {
    return ORDER.compare(this, other);
  }
}
