package dev.sojourn.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.report.JobEntry;
import dev.sojourn.analyzer.report.JsonRenderer;
import dev.sojourn.analyzer.report.RecordingEntry;
import dev.sojourn.analyzer.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerTest {
  private static final int CHUNKS = 4;

  @TempDir private Path folder;

  @Test
  void jobs_areCountedOverAllChunks() throws IOException {
    Report report = Analyzer.report(List.of(RecordedJobs.write(folder, CHUNKS)), Analyzer.QUIET);

    long runs = (long) CHUNKS * RecordedJobs.RUNS_PER_CHUNK;
    assertThat(report.complete()).isTrue();
    assertThat(report.jobs())
        .extracting(JobEntry::job)
        .containsExactlyInAnyOrder("com.acme.Orders", "com.acme.Refunds");
    assertThat(report.jobs())
        .allSatisfy(
            job -> {
              assertThat(job.runs()).isEqualTo(runs);
              assertThat(job.failures()).isEqualTo(runs / 10);
              assertThat(job.course().runs().stream().mapToLong(n -> n).sum()).isEqualTo(runs);
            });
  }

  @Test
  void threads_changeNoDigit() throws IOException {
    List<Path> inputs = List.of(RecordedJobs.write(folder, CHUNKS));

    Report one = Analyzer.report(inputs, Analyzer.QUIET, 1);
    Report three = Analyzer.report(inputs, Analyzer.QUIET, 3);

    assertThat(new JsonRenderer().render(three)).isEqualTo(new JsonRenderer().render(one));
    assertThat(three).isEqualTo(one);
  }

  @Test
  void copiedChunks_areCountedOnceAndTold() throws IOException {
    Path file = RecordedJobs.write(folder, 1);
    Path copy = Files.copy(file, folder.resolve("later-copy.jfr"));

    Report report = Analyzer.report(List.of(file, copy), Analyzer.QUIET);

    assertThat(report.jobs())
        .allSatisfy(job -> assertThat(job.runs()).isEqualTo(RecordedJobs.RUNS_PER_CHUNK));
    assertThat(report.recordings())
        .flatMap(RecordingEntry::caveats)
        .anySatisfy(caveat -> assertThat(caveat).contains("counted once"));
  }

  @Test
  void cutRecording_isReportedAsFarAsItGoes() throws IOException {
    byte[] bytes = Files.readAllBytes(RecordedJobs.write(folder, CHUNKS));
    Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length - 100));

    Report report = Analyzer.report(List.of(cut), Analyzer.QUIET);

    assertThat(report.complete()).isFalse();
    assertThat(report.faults()).isNotEmpty().allSatisfy(f -> assertThat(f).contains("at byte "));
    assertThat(report.jobs())
        .allSatisfy(
            job ->
                assertThat(job.runs())
                    .isGreaterThanOrEqualTo((CHUNKS - 1L) * RecordedJobs.RUNS_PER_CHUNK));
  }
}
