package dev.sojourn.agent.benchmark;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.infra.Blackhole;

/** The same work as {@link Work}'s, in an event of JFR. */
final class WorkWithEvent {
  private static final int TOKENS = 40;
  private long runs;

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  long run() {
    WorkEvent event = new WorkEvent();
    event.begin();
    Blackhole.consumeCPU(TOKENS);
    event.commit();
    return ++runs;
  }

  @Name("benchmark.Work")
  @StackTrace(false)
  static final class WorkEvent extends Event {}
}
