package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.Better;

/** Which way metrics improve that do not say it themselves. */
final class Direction {
  private Direction() {}

  /** An amount per time is throughput ({@code ops/s}, {@code MB/s}); all else is a cost. */
  static Better ofUnit(String unit) {
    int slash = unit.lastIndexOf('/');
    boolean perTime = slash >= 0 && unit.substring(slash + 1).matches("ns|us|µs|ms|s|sec|min|h");
    return perTime ? Better.HIGHER : Better.LOWER;
  }
}
