package dev.sojourn.analyzer;

import dev.sojourn.analyzer.detect.Detection;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.recording.ReadResult;
import dev.sojourn.analyzer.recording.RecordingReader;
import dev.sojourn.analyzer.report.DuplicateChunk;
import dev.sojourn.analyzer.report.FindingProse;
import dev.sojourn.analyzer.report.Report;
import dev.sojourn.analyzer.report.ReportBuilder;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.SummaryBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole analysis: recordings to events, to a summary, to findings, to a report. The result
 * depends on the inputs alone, not on their order nor on the number of threads.
 */
public final class Analyzer {
  /** For callers that show no progress. */
  public static final Progress QUIET = Progress.NONE;

  private Analyzer() {}

  /**
   * The report of recordings and summaries, all of them taken together. What cannot be read is told
   * in it.
   */
  public static Report report(List<Path> inputs, Progress progress) {
    return report(inputs, progress, Runtime.getRuntime().availableProcessors());
  }

  static Report report(List<Path> inputs, Progress progress, int threads) {
    SummarySink sum = new SummarySink();
    ReadResult read = read(inputs, progress, threads, sum);
    SavedSummaries all = new SavedSummaries(sum.total()).add(inputs);
    Summary summary = all.sum().plus(Summary.ofDamages(read.damages())).settled();
    List<DuplicateChunk> duplicates = new ArrayList<>(all.duplicates());
    read.duplicates().forEach(d -> duplicates.add(new DuplicateChunk(d.path(), d.kept())));
    return ReportBuilder.build(summary, Detection.detect(summary), duplicates, FindingProse::entry);
  }

  /**
   * What recordings amount to; what cannot be read is in its coverage. It is not settled, so that
   * others can be added.
   */
  public static Summary summary(List<Path> inputs, Progress progress) {
    SummarySink sum = new SummarySink();
    ReadResult read = read(inputs, progress, Runtime.getRuntime().availableProcessors(), sum);
    return new SavedSummaries(sum.total())
        .add(inputs)
        .sum()
        .plus(Summary.ofDamages(read.damages()));
  }

  private static ReadResult read(
      List<Path> inputs, Progress progress, int threads, SummarySink sum) {
    return new RecordingReader(threads, progress)
        .read(
            SavedSummaries.recordings(inputs),
            SummaryBuilder::new,
            SummaryBuilder::build,
            sum::add);
  }
}
