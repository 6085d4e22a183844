package dev.sojourn.analyzer;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.recording.InputFiles;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.recording.ReadResult;
import dev.sojourn.analyzer.recording.RecordingReader;
import dev.sojourn.analyzer.summary.NameCensus;
import dev.sojourn.analyzer.summary.Resolution;
import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.SizeLimit;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.SummaryBuilder;
import java.nio.file.Path;
import java.util.List;

/**
 * What recordings amount to, in bounded memory: where a summary would tell too much apart, they are
 * read again and summed up more coarsely. The result depends on the recordings alone.
 *
 * @param summary the sum, settled
 * @param read what was read for it, and what could not be
 */
record BoundedReading(Summary summary, ReadResult read) {
  static BoundedReading of(List<Path> inputs, Progress progress, int threads) {
    RecordingReader reader = new RecordingReader(threads, progress);
    try (InputFiles files = InputFiles.of(SavedSummaries.recordings(inputs))) {
      Resolution resolution = Resolution.FULL;
      while (true) {
        Resolution tried = resolution;
        SizeLimit limit = new SizeLimit(tried);
        SummarySink sum = new SummarySink(limit);
        ReadResult read =
            reader.read(
                files,
                chunk -> new SummaryBuilder(chunk, tried, limit),
                SummaryBuilder::build,
                sum::add);
        Summary total = sum.total();
        if (!limit.exceeded()) {
          return new BoundedReading(total, read);
        }
        resolution = coarser(tried, limit, reader, files);
      }
    }
  }

  List<Damage> damages() {
    return read.damages();
  }

  List<ReadResult.Duplicate> duplicates() {
    return read.duplicates();
  }

  private static Resolution coarser(
      Resolution tried, SizeLimit limit, RecordingReader reader, InputFiles files) {
    Resolution next = limit.tooManyNames() ? tried.with(roster(reader, files)) : tried;
    return limit.tooManyPlaces() ? next.withFewerFrames() : next;
  }

  private static Roster roster(RecordingReader reader, InputFiles files) {
    NameCensus all = new NameCensus();
    reader.read(files, chunk -> new NameCensus(), census -> census, all::add);
    return all.roster(Resolution.MOST_NAMES);
  }
}
