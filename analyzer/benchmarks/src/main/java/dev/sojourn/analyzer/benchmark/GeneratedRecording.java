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
 * Writes a recording of a wanted size, as a job service under the agent makes it: runs of jobs
 * without stack traces, blocked acquires with them.
 */
public final class GeneratedRecording {
  private static final int THREADS = 4;
  private static final int JOBS = 24;
  private static final int RUNS_PER_ACQUIRE = 12;
  private static final int RUNS_PER_LOOK = 50_000;

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

  private final int stackDepth;
  private final List<String> jobs = new ArrayList<>();
  private volatile boolean done;

  private GeneratedRecording(int stackDepth) {
    this.stackDepth = stackDepth;
    for (int i = 0; i < JOBS; i++) {
      jobs.add("com.acme.order.Job" + i + ".run");
    }
  }

  /** The file to write, its size in MB, and the depth of stacks. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long bytes = Long.parseLong(arguments[1]) << 20;
    new GeneratedRecording(Integer.parseInt(arguments[2])).write(file, bytes);
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
      Run run = new Run();
      run.begin();
      String job = jobs.get((int) (i * 31 % JOBS));
      if (i % RUNS_PER_ACQUIRE == 0) {
        descend((int) (i % stackDepth), i);
      }
      run.job = job;
      run.executor = "order-pool";
      run.waitingTime = i % 1_000_000;
      run.outcome = "completed";
      run.runId = i;
      run.weight = 1;
      run.commit();
      if (i % RUNS_PER_LOOK == 0 && recording.getSize() >= bytes) {
        done = true;
      }
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
