package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Files;
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

  @Option(
      names = "--jobs",
      paramLabel = "PATTERNS",
      description = "Methods that are jobs, as the agent's option; see 'sojourn options'.")
  private String jobs;

  @Option(
      names = "--locks",
      paramLabel = "PATTERNS",
      description = "Classes whose monitors are instrumented, as the agent's option.")
  private String locks;

  @Mixin private ReportOutput output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    output.check();
    if (duration.isZero()) {
      throw CommandFailure.usage("--duration: more than 0 is wanted");
    }
    Jvm jvm = Jvm.named(target);
    Path file =
        (recording == null ? Path.of("sojourn-" + jvm.pid() + ".jfr") : recording)
            .toAbsolutePath()
            .normalize();
    OutputFile.of("--output", file);
    record(jvm, file);
    return output.report(List.of(file), MAX_JOBS);
  }

  private void record(Jvm jvm, Path file) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sojourn-agent");
    Path agent = folder.resolve("sojourn-agent.jar");
    try (AttachedJvm attached = AttachedJvm.attach(jvm)) {
      AgentJar.carried().writeTo(agent);
      attached.enter(agent, options(file));
      new Visit(attached, agent, output.err()).stay(duration, output.showsProgress());
    } finally {
      Files.deleteIfExists(agent);
      Files.deleteIfExists(folder);
    }
  }

  private String options(Path file) {
    StringBuilder options = new StringBuilder();
    append(options, "out", "--output", file.toString());
    append(options, "jobs", "--jobs", jobs);
    append(options, "locks", "--locks", locks);
    return options.toString();
  }

  private static void append(StringBuilder options, String key, String option, String value) {
    if (value == null) {
      return;
    }
    if (value.indexOf(',') >= 0) {
      throw CommandFailure.usage(option + " " + value + ": a comma cannot be passed to the agent");
    }
    options.append(options.isEmpty() ? "" : ",").append(key).append('=').append(value);
  }
}
