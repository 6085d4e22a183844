package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The agent's jar as a program, for what needs no JVM to look at. */
final class AgentProcess {
  private static final String OWN_NAME = "sojourn: ";

  private AgentProcess() {}

  /** What {@code java -jar sojourn-agent.jar} prints for those arguments, line by line. */
  static List<String> lines(List<String> arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sojourn-");
    Path agent = folder.resolve("sojourn-agent.jar");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try {
      AgentJar.carried().writeTo(agent);
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      List<String> command = new ArrayList<>(List.of(java, "-Dstdout.encoding=UTF-8"));
      command.addAll(List.of("-Dfile.encoding=UTF-8", "-jar", agent.toString()));
      command.addAll(arguments);
      int code =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      if (code != ExitCode.FINE) {
        throw CommandFailure.input(firstLine(err));
      }
      return Files.readAllLines(out, StandardCharsets.UTF_8);
    } finally {
      for (Path file : List.of(agent, out, err, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String firstLine(Path err) throws IOException {
    String line = Files.readString(err).lines().findFirst().orElse("the agent told nothing");
    return line.startsWith(OWN_NAME) ? line.substring(OWN_NAME.length()) : line;
  }
}
