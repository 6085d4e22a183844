package dev.sojourn.analyzer;

import dev.sojourn.analyzer.detect.Detection;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.report.DuplicateChunk;
import dev.sojourn.analyzer.report.FindingProse;
import dev.sojourn.analyzer.report.Report;
import dev.sojourn.analyzer.report.ReportBuilder;
import dev.sojourn.analyzer.summary.Summary;
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
    BoundedReading reading = BoundedReading.of(inputs, progress, threads);
    SavedSummaries all = new SavedSummaries(reading.summary()).add(inputs);
    Summary summary = all.sum().plus(Summary.ofDamages(reading.damages())).settled();
    List<DuplicateChunk> duplicates = new ArrayList<>(all.duplicates());
    reading.duplicates().forEach(d -> duplicates.add(new DuplicateChunk(d.path(), d.kept())));
    return ReportBuilder.build(summary, Detection.detect(summary), duplicates, FindingProse::entry);
  }

  /**
   * What recordings amount to; what cannot be read is in its coverage. It is not settled, so that
   * others can be added.
   */
  public static Summary summary(List<Path> inputs, Progress progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    BoundedReading reading = BoundedReading.of(inputs, progress, threads);
    return new SavedSummaries(reading.summary())
        .add(inputs)
        .sum()
        .plus(Summary.ofDamages(reading.damages()));
  }
}
