package dev.sojourn.analyzer.recording;

import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import one.profiler.AsyncProfiler;

/** Computes, and waits for a lock, under async-profiler, which records it into a JFR file. */
final class ProfiledProgram {
  /** The exit code where the profiler's library does not run on this machine. */
  static final int NOT_LOADED = 77;

  private static final Object LOCK = new Object();
  private static final int ROUNDS = 40;
  private static final int NUMBERS = 3_000_000;

  private ProfiledProgram() {}

  /** The file to write. */
  public static void main(String[] arguments) throws Exception {
    AsyncProfiler profiler;
    try {
      profiler = AsyncProfiler.getInstance();
    } catch (UnsatisfiedLinkError | IllegalStateException e) {
      System.out.println("async-profiler's library does not load here: " + e.getMessage());
      System.exit(NOT_LOADED);
      return;
    }
    profiler.execute("start,event=itimer,interval=1ms,lock=1us,jfr,file=" + Path.of(arguments[0]));
    CyclicBarrier together = new CyclicBarrier(2);
    Thread other = new Thread(() -> compute(together), "other");
    other.start();
    compute(together);
    other.join();
    profiler.execute("stop");
  }

  private static void compute(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < ROUNDS; i++) {
      synchronized (LOCK) {
        if (hardWork(i) == 42) {
          System.out.println("the answer");
        }
      }
    }
  }

  private static long hardWork(long seed) {
    long sum = seed;
    for (int i = 0; i < NUMBERS; i++) {
      sum = sum * 31 + (sum >>> 7);
    }
    return sum;
  }
}
