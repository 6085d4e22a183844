package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.recording.LiveRecording;
import dev.sojourn.analyzer.report.LiveJsonRenderer;
import dev.sojourn.analyzer.report.LiveTable;
import dev.sojourn.analyzer.report.LiveTextRenderer;
import dev.sojourn.analyzer.report.TextOptions;
import dev.sojourn.analyzer.summary.LiveJobs;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the jobs of a running JVM do, until it is told to end. */
@Command(
    name = "watch",
    description = "Show throughput, waiting, service and blocked time of a running JVM's jobs.")
final class WatchCommand implements Callable<Integer> {
  private static final String BOUNDS = "maxsize=20m,maxage=1m";
  private static final String HOME_AND_WIPE = "\033[H\033[J";
  private static final long SETTLED_AFTER_SECONDS = 3;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PID|MAIN",
      description = "Process id, or main class or jar; 'sojourn list' shows them.")
  private String target;

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "TIME",
      converter = TimeAmount.class,
      description = "How long to watch, such as 90s or 5m. Default: until Ctrl-C.")
  private Duration duration;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "2s",
      converter = TimeAmount.class,
      description = "Whole seconds that each table covers. Default: ${DEFAULT-VALUE}.")
  private Duration interval;

  @Option(names = "--json", description = "Print each table as one line of JSON.")
  private boolean json;

  @Option(
      names = "--max-jobs",
      paramLabel = "N",
      defaultValue = "20",
      description = "Show at most so many jobs. Default: ${DEFAULT-VALUE}.")
  private int maxJobs;

  @Mixin private AgentOptions agent;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Jvm jvm = Jvm.named(target);
    try (Interruption interruption = new Interruption();
        Visit visit = Visit.to(jvm)) {
      if (visit.inside() == null) {
        visit.enterForNow(agent.suffixed(BOUNDS));
      } else if (!agent.text().isEmpty()) {
        throw CommandFailure.input(
            "cannot watch " + jvm.pid() + " with --jobs or --locks: " + visit.inside().words());
      }
      long from = Math.floorDiv(System.currentTimeMillis(), 1000L) + 1;
      show(jvm, new LiveRecording(visit.repository()), from, interruption);
    }
    return ExitCode.FINE;
  }

  private void check() {
    if (interval.toSeconds() < 1 || interval.toMillis() % 1000 != 0) {
      throw CommandFailure.usage("--interval: whole seconds are wanted, from 1");
    }
    if (maxJobs < 1) {
      throw CommandFailure.usage("--max-jobs: more than 0 is wanted");
    }
    if (duration != null && duration.isZero()) {
      throw CommandFailure.usage("--duration: more than 0 is wanted");
    }
  }

  /** A table covers whole seconds that are long enough over for all their events to be there. */
  private void show(Jvm jvm, LiveRecording recording, long from, Interruption interruption)
      throws IOException, InterruptedException {
    long beginMillis = System.currentTimeMillis();
    long endMillis = duration == null ? Long.MAX_VALUE : beginMillis + duration.toMillis();
    long shownUntil = from;
    boolean going = true;
    while (going && System.currentTimeMillis() < endMillis) {
      long next = shownUntil + interval.toSeconds();
      long dueMillis = (next + SETTLED_AFTER_SECONDS) * 1000;
      long waitMillis = Math.min(dueMillis, endMillis) - System.currentTimeMillis();
      going = interruption.sleep(Math.max(0, waitMillis));
      if (!jvm.isAlive()) {
        spec.commandLine().getErr().println("sojourn watch: process " + jvm.pid() + " has ended");
        return;
      }
      if (going && System.currentTimeMillis() >= dueMillis) {
        LiveJobs jobs = new LiveJobs(shownUntil, next);
        recording.readSince(Instant.ofEpochSecond(shownUntil), jobs);
        Instant end = Instant.ofEpochSecond(next);
        print(new LiveTable(name(jvm), end, next - shownUntil, jobs.byName()));
        shownUntil = next;
      }
    }
  }

  private static String name(Jvm jvm) {
    return jvm.pid() + (jvm.mainName().isEmpty() ? "" : " " + jvm.mainName());
  }

  private void print(LiveTable table) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(new LiveJsonRenderer().render(table));
    } else {
      Terminal terminal = new Terminal(System.getenv());
      TextOptions options =
          new TextOptions(
              terminal.widthColumns(), terminal.colours(), ZoneId.systemDefault(), maxJobs);
      out.print(terminal.isInteractive() ? HOME_AND_WIPE : "");
      out.print(new LiveTextRenderer(options).render(table));
      out.print(terminal.isInteractive() ? "" : "\n");
    }
    out.flush();
  }
}
