package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.compare.Baseline;
import dev.sojourn.analyzer.report.DamageText;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.SummaryFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what recordings amount to. */
@Command(
    name = "summarize",
    description =
        "Write a baseline, what comparisons ask of a run: some kilobytes, accepted where it is.")
final class SummarizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings of one run: files, folders or quoted patterns.")
  private List<String> inputs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The summary; by custom its name ends in .sojourn.")
  private Path output;

  @Option(
      names = "--full",
      description = "Write all that reports ask for, too: a hundred kilobytes and more.")
  private boolean full;

  @Mixin private Progression progression;

  @Override
  public Integer call() {
    OutputFile.of("--output", output);
    List<Path> paths = Inputs.of(inputs);
    Summary summary =
        progression.during(
            spec.commandLine().getErr(), progress -> Analyzer.summary(paths, progress));
    if (summary.coverage().chunks().isEmpty()) {
      stopAtDamages(summary, "nothing to sum up");
    }
    if (full && summary.bounds().baseline()) {
      throw CommandFailure.input(
          "--full: a baseline is among the inputs, and lacks what is asked for; summarize the"
              + " recordings");
    }
    write(full ? summary : Baseline.of(summary));
    stopAtDamages(summary, "summed up without it, and marked incomplete");
    return ExitCode.FINE;
  }

  private void stopAtDamages(Summary summary, String consequence) {
    List<String> faults =
        summary.coverage().sources().values().stream()
            .flatMap(source -> source.damages().stream())
            .map(damage -> DamageText.of(damage) + "; " + consequence)
            .toList();
    Faults.stopAt(faults, CommandFailure::input, spec);
    if (summary.coverage().chunks().isEmpty()) {
      throw CommandFailure.input(String.join(", ", inputs) + ": " + consequence);
    }
  }

  /** Whoever reads the file meanwhile never sees half of it. */
  private void write(Summary summary) {
    Path draft = output.resolveSibling(output.getFileName() + ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        SummaryFile.write(summary, out);
      }
      Files.move(draft, output, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CommandFailure.usage(output + ": cannot be written, " + Reason.of(e));
    }
  }
}
