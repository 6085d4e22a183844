package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.recording.Progress;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option {@code --progress} of commands that read recordings. */
final class Progression {
  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Show progress on standard error: auto (on a terminal), always, never.")
  private When progress;

  /** Does something that tells how far it is, while that is shown. */
  <T> T during(PrintWriter err, Function<Progress, T> action) {
    boolean shown = progress.holds(new Terminal(System.getenv()).showsProgress());
    ProgressLine line = new ProgressLine(err, System::nanoTime);
    try {
      return action.apply(shown ? line::show : Progress.NONE);
    } finally {
      line.end();
    }
  }
}
