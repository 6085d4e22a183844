package dev.sojourn.agent.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A method that is a job, and what two readings of the clock cost. */
@State(Scope.Thread)
public class MethodBenchmark {
  private final Work work = new Work();
  private final WorkWithClock workWithClock = new WorkWithClock();
  private final WorkWithEvent workWithEvent = new WorkWithEvent();

  /** A method of some hundred nanoseconds. */
  @Benchmark
  public long method() {
    return work.run();
  }

  /** The same with two readings of the clock, written by hand. */
  @Benchmark
  public long methodWithClock() {
    return workWithClock.run();
  }

  /** The same, written by hand as an event of JFR for each call. */
  @Benchmark
  public long methodWithEvent() {
    return workWithEvent.run();
  }

  /** The floor of whatever measures a duration. */
  @Benchmark
  public long twoClockReadings() {
    return -System.nanoTime() + System.nanoTime();
  }
}
