package dev.sojourn.agent.benchmark;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Threads that want one lock all the time. */
@State(Scope.Benchmark)
@Threads(2)
public class HandoverBenchmark {
  private static final int WORK = 50;
  private final Lock fair = new ReentrantLock(true);
  private final Lock barging = new ReentrantLock();

  /** Each release hands the lock over: the other thread is parked and woken. */
  @Benchmark
  public void fairLock() {
    under(fair);
  }

  /** Whoever comes first: most releases are taken up by the releaser itself. */
  @Benchmark
  public void bargingLock() {
    under(barging);
  }

  /** As {@link #bargingLock}, with more threads than most machines of this kind have processors. */
  @Benchmark
  @Threads(8)
  public void crowd() {
    under(barging);
  }

  private static void under(Lock lock) {
    lock.lock();
    try {
      Blackhole.consumeCPU(WORK);
    } finally {
      lock.unlock();
    }
    Blackhole.consumeCPU(WORK);
  }
}
