package dev.sojourn.analyzer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * Writes a recording of about a wanted size: runs of jobs without stack traces and, after each
 * twelve, a blocked acquire with one. Runs have the fields that the agent writes most; or they are
 * flat, with few; or each job of very many has a name and an executor of its own.
 */
public final class GeneratedRecording {
  private static final int THREADS = 4;
  private static final int RUNS_PER_ACQUIRE = 12;
  private static final int RUNS_PER_LOOK = 50_000;
  private static final int MOST_LOOKS = 500;
  private static final long MOST_UNWRITTEN_BYTES = 64 << 20;

  /** As many ways to a lock as a real service may have. */
  private static final int STACKS = 5_000;

  @Name("sojourn.JobRun")
  @StackTrace(false)
  static final class Run extends Event {
    String job;
    String executor;
    @Timespan long waitingTime;
    String outcome;
    long runId;
    long weight;
  }

  @Name("sojourn.LockAcquire")
  static final class Acquire extends Event {
    long lockId;
    String lockClass;
    String name;
    String mode;
    long runId;
  }

  @Name("sojourn.JobRun")
  @StackTrace(false)
  static final class FlatRun extends Event {
    String job;
    long runId;
  }

  /** What runs are like. */
  private enum Shape {
    FLAT(24, 1, 24),
    FULL(24, 1, 52),
    NAMES(12_480, 12_480, 55);

    private final int jobs;
    private final int executors;
    private final int bytesPerRun;

    Shape(int jobs, int executors, int bytesPerRun) {
      this.jobs = jobs;
      this.executors = executors;
      this.bytesPerRun = bytesPerRun;
    }
  }

  private final Shape shape;
  private final int stackDepth;
  private final List<String> jobs = new ArrayList<>();
  private final List<String> executors = new ArrayList<>();

  private GeneratedRecording(Shape shape, int stackDepth) {
    this.shape = shape;
    this.stackDepth = stackDepth;
    for (int i = 0; i < shape.jobs; i++) {
      jobs.add("com.acme.order.Job" + i + ".run");
    }
    for (int i = 0; i < shape.executors; i++) {
      executors.add("order-pool-" + i);
    }
  }

  /** The file to write, its size in MB, whether runs are flat, full or names, and stacks' depth. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long bytes = Long.parseLong(arguments[1]) << 20;
    Shape shape = Shape.valueOf(arguments[2].toUpperCase(Locale.ROOT));
    new GeneratedRecording(shape, Integer.parseInt(arguments[3])).write(file, bytes);
  }

  private void write(Path file, long bytes) throws IOException, InterruptedException {
    try (Recording recording = new Recording()) {
      recording.setToDisk(true);
      recording.start();
      // JFR tells too late how much it has written
      long runs = bytes / shape.bytesPerRun / THREADS;
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread thread = new Thread(() -> runs(runs, recording), "worker-" + i);
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      recording.stop();
      recording.dump(file);
    }
    System.out.println(file + ": " + Files.size(file) + " bytes");
  }

  private void runs(long runs, Recording recording) {
    for (long i = 1; i <= runs; i++) {
      if (i % RUNS_PER_LOOK == 0) {
        letWrite(recording, i * THREADS * shape.bytesPerRun);
      }
      String job = jobs.get((int) (i * 31 % jobs.size()));
      if (shape == Shape.FLAT) {
        flatRun(job, i);
      } else {
        run(job, i);
      }
    }
  }

  /** JFR drops what it cannot write in time. */
  private static void letWrite(Recording recording, long bytes) {
    for (int i = 0; i < MOST_LOOKS && recording.getSize() < bytes - MOST_UNWRITTEN_BYTES; i++) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private void flatRun(String job, long id) {
    FlatRun run = new FlatRun();
    run.begin();
    acquire(id);
    run.job = job;
    run.runId = id;
    run.commit();
  }

  private void run(String job, long id) {
    Run run = new Run();
    run.begin();
    acquire(id);
    run.job = job;
    run.executor = executors.get((int) (id % executors.size()));
    run.waitingTime = id % 1_000_000;
    run.outcome = "completed";
    run.runId = id;
    run.weight = 1;
    run.commit();
  }

  private void acquire(long id) {
    if (id % RUNS_PER_ACQUIRE == 0) {
      descend((int) (id % stackDepth), id % STACKS);
    }
  }

  /** Acquires below as many frames as wanted, by two ways at each, so that stacks are many. */
  private static void descend(int depth, long id) {
    if (depth <= 0) {
      Acquire acquire = new Acquire();
      acquire.begin();
      acquire.lockId = id % 40;
      acquire.lockClass = "java.util.concurrent.locks.ReentrantLock";
      acquire.name = "com.acme.order.Stock#lock";
      acquire.mode = "exclusive";
      acquire.runId = id;
      acquire.commit();
    } else if ((id >> depth & 1) == 0) {
      descend(depth - 1, id);
    } else {
      descendOtherwise(depth - 1, id);
    }
  }

  private static void descendOtherwise(int depth, long id) {
    descend(depth, id);
  }
}
