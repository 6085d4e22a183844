package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Runs two commands in turns, each JVM of theirs under the agent. Not thread-safe. */
final class RecordedTurns {
  private final TwoCommands commands;
  private final Path folder;
  private final String agentOptions;
  private final Random random;
  private final Path agent;
  private final List<Path> baseline = new ArrayList<>();
  private final List<Path> candidate = new ArrayList<>();

  /**
   * Prepares the turns.
   *
   * @param folder of the recordings; made if missing
   * @param agentOptions more options of the agent; null for none
   * @param random which of the two goes first in a round
   */
  RecordedTurns(TwoCommands commands, Path folder, String agentOptions, Random random)
      throws IOException {
    this.commands = commands;
    this.folder = Files.createDirectories(folder).toAbsolutePath().normalize();
    this.agentOptions = agentOptions;
    this.random = random;
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
    Process process = start(builder, command);
    int exitCode;
    try {
      exitCode = process.waitFor();
    } finally {
      process.destroy();
    }
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

  private static Process start(ProcessBuilder builder, List<String> command) {
    try {
      return builder.start();
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
