package dev.sojourn.agent.benchmark;

import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The same work as {@link Work}'s between two readings of the clock, and nothing done with them but
 * a sum. A reading lets the processor do nothing else meanwhile, so this is more than both apart.
 */
final class WorkWithClock {
  private static final int TOKENS = 40;
  private long runs;
  private long nanos;

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  long run() {
    long beginNanos = System.nanoTime();
    Blackhole.consumeCPU(TOKENS);
    runs++;
    nanos += System.nanoTime() - beginNanos;
    return runs;
  }
}
