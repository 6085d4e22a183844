package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import java.time.Duration;
import java.time.Instant;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.filters.RetryFilter;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.InMemoryStorageProvider;
import org.jobrunr.storage.StorageProvider;

/** JobRunr's server runs jobs that were enqueued or scheduled, one of which fails at first. */
public final class JobRunrJobs {
  private static final String NAME = JobRunrJobs.class.getName();

  private JobRunrJobs() {}

  public static void main(String[] arguments) throws Exception {
    StorageProvider storage = new InMemoryStorageProvider();
    JobRunr.configure()
        .useStorageProvider(storage)
        .withJobFilter(new RetryFilter(2, 1))
        .useBackgroundJobServer(
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollInterval(Duration.ofMillis(200))
                .andWorkerCount(2))
        .initialize();
    Bills bills = new Bills();
    for (int i = 0; i < 20; i++) {
      BackgroundJob.enqueue(() -> bills.send());
    }
    for (int i = 0; i < 3; i++) {
      BackgroundJob.schedule(Instant.now(), () -> Bills.remind());
    }
    BackgroundJob.enqueue(() -> Bills.collect());
    while (storage.countJobs(StateName.SUCCEEDED) < 24) {
      Thread.sleep(10);
    }
    JobRunr.destroy();
    Counts.print();
  }

  /** The user's jobs. */
  public static final class Bills {
    private static final String BILLS = NAME + "$Bills";

    public void send() {
      Counts.add(BILLS + ".send");
    }

    public static void remind() {
      Counts.add(BILLS + ".remind");
    }

    public static void collect() {
      String job = BILLS + ".collect";
      Counts.add(job);
      if (Counts.of(job) < 3) {
        Counts.fail(job);
        throw new IllegalStateException("not yet");
      }
    }
  }
}
