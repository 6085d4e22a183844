package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.compare.Alignment;
import dev.sojourn.analyzer.compare.Baseline;
import dev.sojourn.analyzer.compare.RecordedRun;
import dev.sojourn.analyzer.compare.RunFiles;
import dev.sojourn.analyzer.compare.UnreadableException;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.SummaryFile;
import dev.sojourn.analyzer.summary.SummaryFormatException;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the runs of one side of a comparison: each recording or summary is a run, files of numbers
 * hold several.
 */
final class RunInputs {
  private static final String SUMMARY = ".sojourn";

  private final List<Run> runs = new ArrayList<>();
  private final List<RecordedRun> recorded = new ArrayList<>();

  private final Progress progress;

  private RunInputs(Progress progress) {
    this.progress = progress;
  }

  /**
   * Reads a side.
   *
   * @param side its name, for messages
   * @param arguments files, folders and patterns
   * @param progress told of each recording anew
   */
  static RunInputs read(String side, List<String> arguments, Progress progress) {
    RunInputs inputs = new RunInputs(progress);
    Set<Path> seen = new HashSet<>();
    for (Path path : Inputs.of(arguments)) {
      (Files.isDirectory(path) ? filesIn(path) : List.of(path))
          .stream().filter(file -> seen.add(real(file))).forEach(inputs::add);
    }
    if (inputs.runs.isEmpty()) {
      throw CommandFailure.input(
          "the %s holds no recording, summary, .json or .csv: %s"
              .formatted(side, String.join(", ", arguments)));
    }
    return inputs;
  }

  /** A file that is named twice is no second run. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  List<Run> runs() {
    return List.copyOf(runs);
  }

  /** The runs to compare with those of another side. */
  List<Run> alignedWith(RunInputs other) {
    List<RecordedRun> all = new ArrayList<>(recorded);
    all.addAll(other.recorded);
    return Alignment.aligned(runs, other.runs, all);
  }

  /** The same told as baselines where one of both sides has one: then both are told alike. */
  RunInputs alike(RunInputs other) {
    if (!hasBaseline() && !other.hasBaseline()) {
      return this;
    }
    RunInputs alike = new RunInputs(progress);
    alike.runs.addAll(runs);
    for (RecordedRun run : recorded) {
      alike.runs.remove(run.run());
      alike.add(RecordedRun.of(run.run().name(), Baseline.of(run.summary())));
    }
    return alike;
  }

  boolean hasBaseline() {
    return recorded.stream().anyMatch(run -> run.summary().bounds().baseline());
  }

  /** Those of the runs that were recorded, with all that is known of them. */
  List<RecordedRun> recorded() {
    return List.copyOf(recorded);
  }

  /** A side of runs that were recorded just now, a folder of recordings each. */
  static RunInputs recordedIn(List<Path> folders) {
    RunInputs inputs = new RunInputs(Progress.NONE);
    for (Path folder : folders) {
      inputs.addRecorded(folder, filesIn(folder));
    }
    return inputs;
  }

  private void addRecorded(Path name, List<Path> files) {
    addSummary(name, Analyzer.summary(files, progress));
  }

  private void addSummary(Path name, Summary summary) {
    add(RecordedRun.of(name.toString(), summary));
  }

  private void add(RecordedRun run) {
    recorded.add(run);
    runs.add(run.run());
  }

  private void add(Path file) {
    try {
      if (RunFiles.accepts(file)) {
        runs.addAll(RunFiles.read(file));
      } else if (file.toString().endsWith(SUMMARY)) {
        addSummary(file, summary(file));
      } else {
        addRecorded(file, List.of(file));
      }
    } catch (UnreadableException e) {
      throw CommandFailure.input(e.getMessage(), e);
    }
  }

  private static Summary summary(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return SummaryFile.read(in);
    } catch (SummaryFormatException e) {
      throw CommandFailure.input(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw CommandFailure.input(file + ": " + Reason.of(e), e);
    }
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).filter(RunInputs::holdsRuns).sorted().toList();
    } catch (IOException e) {
      throw CommandFailure.input(folder + ": " + Reason.of(e), e);
    }
  }

  private static boolean holdsRuns(Path file) {
    String name = file.getFileName().toString();
    return RunFiles.accepts(file) || name.endsWith(".jfr") || name.endsWith(SUMMARY);
  }
}
