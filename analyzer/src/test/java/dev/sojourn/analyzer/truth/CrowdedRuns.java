package dev.sojourn.analyzer.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordingStream;

/** More threads that compute than processors, each of which knows how long it waited for one. */
final class CrowdedRuns {
  private static final String EVENT = "sojourn.ProcessorWait";
  private static final long RUN_NANOS = 20_000_000;
  private static final int THREADS_PER_PROCESSOR = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path TIMES = Path.of("/proc/thread-self/schedstat");
  private static final AtomicLong WAITED = new AtomicLong();
  private static final AtomicLong RUNS = new AtomicLong();

  private static volatile boolean enough;

  private CrowdedRuns() {}

  /**
   * Computes for some seconds, and until the agent tells of it; writes how long runs waited, in
   * nanoseconds, and how many there were.
   */
  public static void main(String[] arguments) throws Exception {
    int threads = THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch ended = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(new Computing(pool, ended));
    }
    try (RecordingStream waits = new RecordingStream()) {
      CountDownLatch told = new CountDownLatch(2 * threads);
      waits.enable(EVENT);
      waits.onEvent(EVENT, wait -> told.countDown());
      waits.startAsync();
      told.await();
      TimeUnit.SECONDS.sleep(Long.parseLong(arguments[1]));
    }
    enough = true;
    ended.await();
    pool.shutdown();
    Files.writeString(Path.of(arguments[0]), WAITED.get() + " " + RUNS.get());
  }

  /** How long the current thread has waited for a processor in its life. */
  private static long waitedNanos() {
    try {
      return Long.parseLong(Files.readString(TIMES).split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Computing(ExecutorService pool, CountDownLatch ended) implements Runnable {
    @Override
    public void run() {
      long before = waitedNanos();
      long until = THREADS.getCurrentThreadCpuTime() + RUN_NANOS;
      while (THREADS.getCurrentThreadCpuTime() < until) {
        Thread.onSpinWait();
      }
      WAITED.addAndGet(waitedNanos() - before);
      RUNS.incrementAndGet();
      if (enough) {
        ended.countDown();
      } else {
        pool.execute(new Computing(pool, ended));
      }
    }
  }
}
