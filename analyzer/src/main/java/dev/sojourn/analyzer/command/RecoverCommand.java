package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.recording.Progress;
import dev.sojourn.analyzer.recording.Recovery;
import dev.sojourn.analyzer.report.DamageText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a whole recording of what is left of damaged or unfinished ones. */
@Command(
    name = "recover",
    description = "Write a recording that every tool reads, from damaged or unfinished ones.")
final class RecoverCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings, or the repository folder of a JVM. They are only read.")
  private List<String> inputs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The recording to write.")
  private Path output;

  @Mixin private Progression progression;

  @Override
  public Integer call() {
    OutputFile.of("-o", output);
    List<Path> paths = Inputs.of(inputs);
    PrintWriter err = spec.commandLine().getErr();
    Recovery recovery = progression.during(err, progress -> recover(paths, progress));
    for (Damage damage : recovery.damages()) {
      err.println(spec.qualifiedName() + ": " + DamageText.of(damage));
    }
    err.flush();
    if (recovery.chunks() == 0) {
      throw CommandFailure.input("no chunk can be read, nothing was written");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %d chunks, %d bytes%n", output, recovery.chunks(), recovery.bytes());
    out.flush();
    return recovery.damages().isEmpty() ? ExitCode.FINE : ExitCode.INPUT;
  }

  private Recovery recover(List<Path> paths, Progress progress) {
    try {
      return Recovery.recover(paths, output, progress);
    } catch (IOException e) {
      throw CommandFailure.usage("-o " + output + ": cannot be written, " + Reason.of(e));
    }
  }
}
