package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.report.HtmlRenderer;
import dev.sojourn.analyzer.report.JsonRenderer;
import dev.sojourn.analyzer.report.Report;
import dev.sojourn.analyzer.report.TextOptions;
import dev.sojourn.analyzer.report.TextRenderer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that end with a report, and what they do. */
final class ReportOutput {
  /** The severities that a gate can stop at. */
  enum Limit {
    WARNING,
    CRITICAL
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report as JSON; - for standard output, instead of the text.")
  private Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report as one HTML file; - for standard output.")
  private Path html;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 on a finding of this severity or worse: warning, critical.")
  private Limit failOn;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colour the text: auto (on a terminal), always, never.")
  private When color;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Show progress on standard error: auto (on a terminal), always, never.")
  private When progress;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the instants in text and HTML. Default: this machine's.")
  private ZoneId zone = ZoneId.systemDefault();

  /** Checks where results go, before anybody waits for them. */
  void check() {
    OutputFile.of("--json", json);
    OutputFile.of("--html", html);
  }

  /** Analyses, writes all that was asked for, and gives the exit code. */
  int report(List<Path> recordings, int maxJobs) {
    Report report = analyze(recordings);
    write(report, maxJobs);
    return exitCode(report);
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  boolean showsProgress() {
    return progress.holds(new Terminal(System.getenv()).showsProgress());
  }

  private Report analyze(List<Path> paths) {
    ProgressLine line = new ProgressLine(err(), System::nanoTime);
    try {
      return Analyzer.report(paths, showsProgress() ? line::show : Analyzer.QUIET);
    } finally {
      line.end();
    }
  }

  private void write(Report report, int maxJobs) {
    PrintWriter out = spec.commandLine().getOut();
    boolean textElsewhere = false;
    OutputFile jsonFile = OutputFile.of("--json", json);
    OutputFile htmlFile = OutputFile.of("--html", html);
    if (jsonFile != null) {
      jsonFile.write(new JsonRenderer().render(report), out);
      textElsewhere = jsonFile.isStandardOutput();
    }
    if (htmlFile != null) {
      htmlFile.write(new HtmlRenderer(zone).render(report), out);
      textElsewhere |= htmlFile.isStandardOutput();
    }
    if (!textElsewhere && report.readable()) {
      out.print(new TextRenderer(textOptions(maxJobs)).render(report));
    }
    out.flush();
  }

  private TextOptions textOptions(int maxJobs) {
    Terminal terminal = new Terminal(System.getenv());
    return new TextOptions(terminal.widthColumns(), color.holds(terminal.colours()), zone, maxJobs);
  }

  private int exitCode(Report report) {
    PrintWriter err = spec.commandLine().getErr();
    List<String> faults = report.faults();
    faults.forEach(fault -> err.println(spec.qualifiedName() + ": " + fault));
    if (!faults.isEmpty()) {
      return ExitCode.INPUT;
    }
    return breached(report) ? ExitCode.BREACHED : ExitCode.FINE;
  }

  private boolean breached(Report report) {
    if (failOn == null) {
      return false;
    }
    Severity least = failOn == Limit.CRITICAL ? Severity.CRITICAL : Severity.WARNING;
    return report.findings().stream()
        .anyMatch(entry -> entry.finding().severity().compareTo(least) >= 0);
  }
}
