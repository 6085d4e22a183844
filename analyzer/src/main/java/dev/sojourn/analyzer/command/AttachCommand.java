package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the agent into a running JVM, records, takes it out again, and reports. */
@Command(
    name = "attach",
    description = "Record a running JVM for a while, leave it as it was, and report.")
final class AttachCommand implements Callable<Integer> {
  private static final int MAX_JOBS = 12;
  private static final long STEP_MILLIS = 500;

  @Parameters(
      paramLabel = "PID|MAIN",
      description = "Process id, or main class or jar; 'sojourn list' shows them.")
  private String target;

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = TimeAmount.class,
      description = "How long to record, such as 90s or 5m. Default: ${DEFAULT-VALUE}.")
  private Duration duration;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The recording. Default: sojourn-<pid>.jfr in this folder.")
  private Path recording;

  @Mixin private AgentOptions agent;

  @Mixin private ReportOutput output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    output.check();
    OutputFile.of("--output", recording);
    if (duration.isZero()) {
      throw CommandFailure.usage("--duration: more than 0 is wanted");
    }
    String options = agent.text();
    Jvm jvm = Jvm.named(target);
    Path file =
        (recording == null ? Path.of("sojourn-" + jvm.pid() + ".jfr") : recording)
            .toAbsolutePath()
            .normalize();
    OutputFile.of("--output", file);
    try (Interruption interruption = new Interruption()) {
      String unmatched = record(jvm, file, options, interruption);
      int code = output.report(List.of(file), MAX_JOBS);
      return unmatched.isEmpty() || code == ExitCode.INPUT ? code : ExitCode.USAGE;
    }
  }

  /** Records; returns which patterns matched nothing. */
  private String record(Jvm jvm, Path file, String options, Interruption interruption)
      throws IOException, InterruptedException {
    try (Visit visit = Visit.to(jvm)) {
      AgentInside inside = visit.inside();
      if (inside != null && !options.isEmpty()) {
        throw CommandFailure.input(
            "cannot attach to "
                + jvm.pid()
                + " with --jobs or --locks: "
                + inside.words()
                + "; without them its own are recorded");
      }
      visit.enter(file, options);
      if (inside != null) {
        say(inside.words() + "; it records to this file too, and stays");
      }
      stay(jvm, interruption);
      if (!jvm.isAlive()) {
        say("process " + jvm.pid() + " has ended by itself; this is what it recorded until then");
      }
      String unmatched = visit.leave();
      if (!unmatched.isEmpty()) {
        say(unmatched);
      }
      return unmatched;
    }
  }

  private void stay(Jvm jvm, Interruption interruption) throws InterruptedException {
    StayLine line = new StayLine(output.err(), output.showsProgress(), duration);
    long beginNanos = System.nanoTime();
    Duration gone = Duration.ZERO;
    boolean going = true;
    while (going && jvm.isAlive() && gone.compareTo(duration) < 0) {
      line.show(gone);
      going = interruption.sleep(Math.min(STEP_MILLIS, duration.minus(gone).toMillis() + 1));
      gone = Duration.ofNanos(System.nanoTime() - beginNanos);
    }
    line.wipe();
  }

  private void say(String words) {
    output.err().println("sojourn attach: " + words);
    output.err().flush();
  }
}
