package dev.sojourn.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.event.JobRunEvent;
import dev.sojourn.analyzer.report.JobEntry;
import dev.sojourn.analyzer.report.JsonRenderer;
import dev.sojourn.analyzer.report.Report;
import dev.sojourn.analyzer.summary.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedReadingTest {
  private static final int NAMES = Resolution.MOST_NAMES + 480;
  private static final String REST = "the rest of 1,480 names together";

  @TempDir private Path folder;

  @Test
  void namesPastTheBound_areToldTogether() throws IOException {
    Report report = Analyzer.report(List.of(write(NAMES)), Analyzer.QUIET);

    assertThat(report.jobs())
        .hasSize(Resolution.MOST_NAMES + 1)
        .anySatisfy(job -> assertThat(job.job()).isEqualTo(REST));
    assertThat(report.jobs().stream().mapToLong(JobEntry::runs).sum()).isEqualTo(NAMES + 1L);
    assertThat(report.jobs().get(0).job()).isEqualTo("com.acme.Heavy");
    assertThat(report.executors()).hasSize(Resolution.MOST_NAMES + 1);
    assertThat(report.recordings().get(0).caveats())
        .contains("Of 1,480 jobs the 1,000 with most time are told apart, the rest together.");
  }

  @Test
  void threads_changeNoDigitPastTheBound() throws IOException {
    List<Path> inputs = List.of(write(NAMES));

    Report one = Analyzer.report(inputs, Analyzer.QUIET, 1);
    Report two = Analyzer.report(inputs, Analyzer.QUIET, 2);

    assertThat(new JsonRenderer().render(two)).isEqualTo(new JsonRenderer().render(one));
  }

  @Test
  void namesUpToTheBound_areAllTold() throws IOException {
    Report report = Analyzer.report(List.of(write(Resolution.MOST_NAMES)), Analyzer.QUIET);

    assertThat(report.jobs())
        .hasSize(Resolution.MOST_NAMES)
        .noneSatisfy(job -> assertThat(job.job()).contains("names together"));
  }

  /** Two chunks with a run of each of so many jobs, the last of which is the heaviest. */
  private Path write(int names) throws IOException {
    Path file = folder.resolve(names + ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("sojourn.JobRun");
      recording.start();
      for (int number = 1; number < names; number++) {
        commit("com.acme.Tenant" + number, number, 1_000_000);
        if (number == names / 2) {
          RecordedJobs.rotate();
        }
      }
      commit("com.acme.Heavy", names, 1_000_000_000);
      commit("com.acme.Heavy", names, 1_000_000_000);
      recording.stop();
      recording.dump(file);
    }
    return file;
  }

  private static void commit(String job, int number, long waitingNanos) {
    JobRunEvent event = new JobRunEvent();
    event.begin();
    event.end();
    event.job = job;
    event.executor = "pool-" + number;
    event.waitingTime = waitingNanos;
    event.lateness = -1;
    event.outcome = "completed";
    event.attempt = 1;
    event.runId = number;
    event.weight = 1;
    event.cpuTime = -1;
    event.allocated = -1;
    event.commit();
  }
}
