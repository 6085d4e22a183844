package dev.sojourn.analyzer;

import dev.sojourn.agent.bootstrap.event.JobRunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import jdk.jfr.Recording;

/** Makes recordings of a few chunks with the agent's events in them. */
public final class RecordedJobs {
  /** Runs of each job in each chunk. */
  public static final int RUNS_PER_CHUNK = 50;

  private RecordedJobs() {}

  /** A recording of so many chunks, in which {@code com.acme.Orders} and others ran. */
  public static Path write(Path folder, int chunks) throws IOException {
    return write(folder, chunks, Set.of("sojourn.JobRun", "jdk.JVMInformation"));
  }

  /** The same of nobody knows which process, so that copies can be runs of several. */
  public static Path writeAnonymous(Path folder) throws IOException {
    return write(folder, 1, Set.of("sojourn.JobRun"));
  }

  private static Path write(Path folder, int chunks, Set<String> events) throws IOException {
    Path file = folder.resolve("jobs.jfr");
    try (Recording whole = new Recording()) {
      events.forEach(whole::enable);
      whole.start();
      for (int chunk = 0; chunk < chunks; chunk++) {
        runJobs();
        rotate();
      }
      whole.stop();
      whole.dump(file);
    }
    return file;
  }

  private static void runJobs() {
    for (int run = 0; run < RUNS_PER_CHUNK; run++) {
      commit("com.acme.Orders", run);
      commit("com.acme.Refunds", run);
    }
  }

  private static void commit(String job, int run) {
    JobRunEvent event = new JobRunEvent();
    event.begin();
    event.end();
    event.job = job;
    event.executor = "worker";
    event.waitingTime = 1_000_000L * run;
    event.lateness = -1;
    event.outcome = run % 10 == 0 ? "failed" : "completed";
    event.attempt = 1;
    event.runId = run + 1L;
    event.weight = 1;
    event.cpuTime = -1;
    event.allocated = -1;
    event.commit();
  }

  /** A recording that ends makes JFR begin a new chunk. */
  static void rotate() {
    try (Recording other = new Recording()) {
      other.start();
      other.stop();
    }
  }
}
