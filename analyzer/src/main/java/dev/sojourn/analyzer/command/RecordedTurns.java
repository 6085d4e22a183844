package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Runs two commands in turns, each JVM of theirs under the agent. Not thread-safe. */
final class RecordedTurns {
  private static final long POLL_MILLIS = 50;

  private final TwoCommands commands;
  private final Path folder;
  private final String agentOptions;
  private final Random random;
  private final Path agent;
  private final Duration longest;
  private final Interruption interruption;
  private final List<Path> baseline = new ArrayList<>();
  private final List<Path> candidate = new ArrayList<>();

  /**
   * Prepares the turns.
   *
   * @param folder of the recordings; made if missing
   * @param agentOptions more options of the agent; null for none
   * @param random which of the two goes first in a round
   * @param longest time that a run may take
   * @param interruption ends a run at once
   */
  RecordedTurns(
      TwoCommands commands,
      Path folder,
      String agentOptions,
      Random random,
      Duration longest,
      Interruption interruption)
      throws IOException {
    this.commands = commands;
    this.folder = Files.createDirectories(folder).toAbsolutePath().normalize();
    this.agentOptions = agentOptions;
    this.random = random;
    this.longest = longest;
    this.interruption = interruption;
    this.agent = AgentJar.carried().writeTo(this.folder.resolve("sojourn-agent.jar"));
  }

  /** Folders of the recordings of the one command, a run each. */
  List<Path> baseline() {
    return List.copyOf(baseline);
  }

  /** Those of the other. */
  List<Path> candidate() {
    return List.copyOf(candidate);
  }

  /** Runs each command once. */
  void round() throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      baseline.add(run("baseline", commands.baseline()));
      candidate.add(run("candidate", commands.candidate()));
    } else {
      candidate.add(run("candidate", commands.candidate()));
      baseline.add(run("baseline", commands.baseline()));
    }
  }

  private Path run(String side, List<String> command) throws IOException, InterruptedException {
    int number = (side.equals("baseline") ? baseline : candidate).size() + 1;
    Path place = Files.createDirectories(folder.resolve(side + "-" + number));
    clear(place);
    Path log = place.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().merge("JAVA_TOOL_OPTIONS", agentOption(place), (a, b) -> a + " " + b);
    int exitCode = exitCode(builder, command, "run %d of the %s".formatted(number, side));
    if (exitCode != 0) {
      throw CommandFailure.input(
          "run %d of the %s ended with exit code %d; its output is in %s"
              .formatted(number, side, exitCode, log));
    }
    requireRecording(place, side, number);
    return place;
  }

  private String agentOption(Path place) {
    String more = agentOptions == null ? "" : "," + agentOptions;
    String option = "-javaagent:" + agent + "=out=" + place + more;
    if (option.indexOf(' ') >= 0) {
      throw CommandFailure.usage("--keep " + folder + ": a folder without spaces is wanted");
    }
    return option;
  }

  /** Runs a command to its end, or to that of the time that it has. */
  private int exitCode(ProcessBuilder builder, List<String> command, String run)
      throws InterruptedException {
    long start = System.nanoTime();
    try (ProcessTree tree = start(builder, command)) {
      while (tree.exitCode().isEmpty()) {
        if (!interruption.sleep(POLL_MILLIS)) {
          throw CommandFailure.input("ended on request, and " + run + " with it");
        }
        if (System.nanoTime() - start > longest.toNanos()) {
          throw CommandFailure.input(
              "%s did not end within %d s (--timeout); its output is in %s"
                  .formatted(run, longest.toSeconds(), builder.redirectOutput().file()));
        }
      }
      return tree.exitCode().getAsInt();
    }
  }

  private static ProcessTree start(ProcessBuilder builder, List<String> command) {
    try {
      return new ProcessTree(builder.start());
    } catch (IOException e) {
      throw CommandFailure.usage(command.get(0) + ": cannot be run: " + e.getMessage());
    }
  }

  private static void requireRecording(Path place, String side, int number) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      if (files.noneMatch(file -> file.toString().endsWith(".jfr"))) {
        throw CommandFailure.input(
            "run %d of the %s left no recording in %s; is it a JVM of 17 or later that ends by"
                    .formatted(number, side, place)
                + " itself?");
      }
    }
  }

  private static void clear(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jfr")).toList()) {
        Files.delete(file);
      }
    }
  }
}
