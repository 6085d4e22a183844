package dev.sojourn.agent.benchmark;

import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.infra.Blackhole;

/** Some hundred nanoseconds of work, in a method that agents are told to follow. */
public final class Work {
  private static final int TOKENS = 40;
  private long runs;

  /** Works. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public long run() {
    Blackhole.consumeCPU(TOKENS);
    return ++runs;
  }
}
