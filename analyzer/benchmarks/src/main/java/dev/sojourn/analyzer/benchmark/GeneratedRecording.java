package dev.sojourn.analyzer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * Writes a recording of a wanted size: runs of jobs without stack traces and, after each twelve, a
 * blocked acquire with one. Runs have the fields that the agent writes most, some 45 bytes each; or
 * they are flat, of some 25 bytes.
 */
public final class GeneratedRecording {
  private static final int THREADS = 4;
  private static final int JOBS = 24;
  private static final int RUNS_PER_ACQUIRE = 12;
  private static final int RUNS_PER_LOOK = 50_000;

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

  private final boolean flat;
  private final int stackDepth;
  private final List<String> jobs = new ArrayList<>();
  private volatile boolean done;

  private GeneratedRecording(boolean flat, int stackDepth) {
    this.flat = flat;
    this.stackDepth = stackDepth;
    for (int i = 0; i < JOBS; i++) {
      jobs.add("com.acme.order.Job" + i + ".run");
    }
  }

  /** The file to write, its size in MB, whether runs are flat or full, and the depth of stacks. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long bytes = Long.parseLong(arguments[1]) << 20;
    boolean flat = arguments[2].equals("flat");
    new GeneratedRecording(flat, Integer.parseInt(arguments[3])).write(file, bytes);
  }

  private void write(Path file, long bytes) throws IOException, InterruptedException {
    try (Recording recording = new Recording()) {
      recording.setToDisk(true);
      recording.start();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread thread = new Thread(() -> runs(recording, bytes), "worker-" + i);
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

  private void runs(Recording recording, long bytes) {
    for (long i = 1; !done; i++) {
      String job = jobs.get((int) (i * 31 % JOBS));
      if (flat) {
        flatRun(job, i);
      } else {
        run(job, i);
      }
      if (i % RUNS_PER_LOOK == 0 && recording.getSize() >= bytes) {
        done = true;
      }
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
    run.executor = "order-pool";
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
