package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.report.DiffJsonRenderer;
import dev.sojourn.analyzer.report.DiffJunitRenderer;
import dev.sojourn.analyzer.report.DiffMarkdownRenderer;
import dev.sojourn.analyzer.report.DiffSarifRenderer;
import dev.sojourn.analyzer.report.DiffTextRenderer;
import dev.sojourn.analyzer.verdict.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a diff is written to, and in which formats. */
final class DiffOutput {
  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - for standard output.")
  private Path json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report.")
  private Path junit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write Markdown, for a pull request's comment.")
  private Path markdown;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write SARIF, for code scanning.")
  private Path sarif;

  /** Writes all that is asked for; the text goes to standard output unless another format does. */
  void write(Comparison comparison, Path gateFile, CommandSpec spec) {
    String artifact = gateFile == null ? "gate.json" : gateFile.toString();
    boolean taken =
        put(json, () -> new DiffJsonRenderer().render(comparison), spec)
            | put(junit, () -> new DiffJunitRenderer().render(comparison), spec)
            | put(markdown, () -> new DiffMarkdownRenderer().render(comparison), spec)
            | put(
                sarif,
                () -> new DiffSarifRenderer(Version.number(), artifact).render(comparison),
                spec);
    if (!taken) {
      print(new DiffTextRenderer(Terminal.options()).render(comparison), spec);
    }
  }

  /** Whether it went to standard output. */
  private static boolean put(Path file, Supplier<String> text, CommandSpec spec) {
    if (file == null) {
      return false;
    }
    if (file.toString().equals("-")) {
      print(text.get(), spec);
      return true;
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(file, text.get());
    } catch (IOException e) {
      throw CommandFailure.usage(file + " cannot be written: " + Reason.of(e));
    }
    return false;
  }

  private static void print(String text, CommandSpec spec) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
