package dev.sojourn.examples.quartz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.quartz.SchedulerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs the invoicing jobs on their schedule for a while, and prints its own count of their runs.
 */
@Command(
    name = "quartz",
    description = "Invoicing jobs that a Quartz scheduler runs from an H2 job store.",
    mixinStandardHelpOptions = true)
public final class InvoicingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--seconds", defaultValue = "30", description = "How long (default: 30).")
  private int seconds;

  @Option(names = "--threads", defaultValue = "4", description = "Of the scheduler (default: 4).")
  private int threads;

  @Option(names = "--counts", description = "Also write the counts to this file.")
  private Path counts;

  @Override
  public Integer call() throws IOException, SQLException, SchedulerException, InterruptedException {
    RunCounts runs = new RunCounts();
    try (InvoicingDatabase database = new InvoicingDatabase()) {
      InvoicingScheduler scheduler = new InvoicingScheduler(database, runs, threads);
      scheduler.start();
      TimeUnit.SECONDS.sleep(seconds);
      scheduler.stop();
    }
    spec.commandLine().getOut().print(runs.table());
    spec.commandLine().getOut().flush();
    if (counts != null) {
      Files.writeString(counts, runs.table());
    }
    return 0;
  }
}
