package dev.sojourn.examples.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Profiles the order fulfilment service in a JVM of its own, and then has the recording analyzed in
 * another. What it says about the run goes to stderr, the report to stdout.
 */
@Command(
    name = "demo",
    description = "Profiles an order fulfilment service with a planted fault.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final int UNREADABLE = 3;

  @Spec private CommandSpec spec;

  @Option(names = "--agent", required = true, description = "The agent's jar.")
  private Path agent;

  @Option(names = "--analyzer", required = true, description = "The analyzer's jar.")
  private Path analyzer;

  @Option(names = "--fault", defaultValue = "lock", description = "The fault (default: lock).")
  private String fault;

  @Option(names = "--calm", description = "No fault.")
  private boolean calm;

  @Option(names = "--seconds", defaultValue = "30", description = "How long (default: 30).")
  private int seconds;

  @Option(
      names = "--out",
      defaultValue = "build/demo",
      description = "Folder for the recording and the HTML report (default: build/demo).")
  private Path out;

  @Option(names = "--json", description = "Also write the report as JSON to this file.")
  private Path json;

  @Option(names = "--html", description = "Write the HTML report to this file.")
  private Path html;

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireFile("--agent", agent);
    requireFile("--analyzer", analyzer);
    if (seconds < 1) {
      throw new ParameterException(spec.commandLine(), "--seconds must be 1 or more: " + seconds);
    }
    Path folder = folder();
    Path recording = folder.resolve("demo.jfr");
    Files.deleteIfExists(recording);
    PrintWriter messages = spec.commandLine().getErr();
    int exit = serviceProcess(recording).run(new ProgressDisplay(messages, seconds));
    if (exit != 0) {
      return exit;
    }
    if (!Files.exists(recording)) {
      messages.println("the agent left no recording at " + recording);
      return UNREADABLE;
    }
    return report(recording, html == null ? folder.resolve("demo.html") : html);
  }

  private Path folder() {
    try {
      return Files.createDirectories(out.toAbsolutePath());
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "--out: cannot make folder " + out, e);
    }
  }

  private void requireFile(String option, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), option + ": no such file: " + file);
    }
  }

  private ServiceProcess serviceProcess(Path recording) {
    return new ServiceProcess(
        List.of("-javaagent:" + agent.toAbsolutePath() + "=out=" + recording),
        List.of("--fault", calm ? "none" : fault, "--seconds", Integer.toString(seconds)));
  }

  private int report(Path recording, Path page) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ServiceProcess.java(),
                "-jar",
                analyzer.toString(),
                "report",
                recording.toString(),
                "--html",
                page.toString()));
    if (json != null) {
      command.addAll(List.of("--json", json.toString()));
    }
    PrintWriter messages = spec.commandLine().getErr();
    messages.printf("Analyzing %s%n%n", recording);
    messages.flush();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (Files.exists(page)) {
      messages.printf("%nThe same as a page: %s%n", page.toAbsolutePath());
      messages.flush();
    }
    return exit;
  }
}
