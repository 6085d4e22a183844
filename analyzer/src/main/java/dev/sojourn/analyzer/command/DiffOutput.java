package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.report.DiffHtmlRenderer;
import dev.sojourn.analyzer.report.DiffJsonRenderer;
import dev.sojourn.analyzer.report.DiffJunitRenderer;
import dev.sojourn.analyzer.report.DiffMarkdownRenderer;
import dev.sojourn.analyzer.report.DiffSarifRenderer;
import dev.sojourn.analyzer.report.DiffTextRenderer;
import dev.sojourn.analyzer.report.TextOptions;
import dev.sojourn.analyzer.verdict.Comparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where a diff is written to, and in which formats. */
final class DiffOutput {
  private static final int MAX_ROWS = 12;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write JSON; - for standard output, instead of the text.")
  private Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write HTML with differential flame graphs of CPU and blocked time.")
  private Path html;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report.")
  private Path junit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write Markdown, for the comment on a pull request.")
  private Path markdown;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write SARIF, for code scanning.")
  private Path sarif;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colour the text: auto (on a terminal), always, never.")
  private When color;

  private final Map<OutputFile, Function<Comparison, String>> files = new LinkedHashMap<>();
  private final Set<Path> taken = new HashSet<>();

  /**
   * Checks that all can be written, so that nobody waits for a diff that cannot be.
   *
   * @param gateFile the gate, which SARIF results are shown at; null for none
   */
  void check(Path gateFile) {
    String artifact = gateFile == null ? "gate.json" : gateFile.toString();
    put("--json", json, new DiffJsonRenderer()::render);
    put("--html", html, new DiffHtmlRenderer()::render);
    put("--junit", junit, new DiffJunitRenderer()::render);
    put("--markdown", markdown, new DiffMarkdownRenderer()::render);
    put("--sarif", sarif, new DiffSarifRenderer(Version.number(), artifact)::render);
  }

  /** Writes all that is asked for; the text unless another format takes standard output. */
  void write(Comparison comparison, PrintWriter out) {
    files.forEach((file, format) -> file.write(format.apply(comparison), out));
    if (files.keySet().stream().noneMatch(OutputFile::isStandardOutput)) {
      out.print(new DiffTextRenderer(textOptions()).render(comparison));
    }
    out.flush();
  }

  private void put(String option, Path path, Function<Comparison, String> format) {
    OutputFile file = OutputFile.of(option, path);
    if (file != null && !taken.add(path.toAbsolutePath().normalize())) {
      throw CommandFailure.usage(option + " " + path + ": another output goes there already");
    }
    if (file != null) {
      files.put(file, format);
    }
  }

  private TextOptions textOptions() {
    Terminal terminal = new Terminal(System.getenv());
    return new TextOptions(
        terminal.widthColumns(), color.holds(terminal.colours()), ZoneId.systemDefault(), MAX_ROWS);
  }
}
