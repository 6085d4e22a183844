package dev.sojourn.analyzer.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Analyses recordings and reports what was found. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.FINE;
  }
}
