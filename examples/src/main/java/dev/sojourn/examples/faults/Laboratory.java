package dev.sojourn.examples.faults;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Records services in JVMs of their own and has the recordings analyzed.
 *
 * @param agent the agent's jar
 * @param analyzer the analyzer's jar
 * @param seconds how long a service runs
 * @param again whether recordings that are there already are taken instead of new ones
 * @param folder for recordings, reports and what the programs printed
 */
record Laboratory(Path agent, Path analyzer, int seconds, boolean again, Path folder) {
  private static final int PATIENCE_SECONDS = 120;

  /** Runs the service and its calm twin; the score of the two reports. */
  Score score(Case service, Jdk jdk, Mode mode) throws IOException, InterruptedException {
    Verdict faulty = verdict(service, jdk, mode, true);
    return Score.of(service.expectation(), faulty, verdict(service, jdk, mode, false));
  }

  private Verdict verdict(Case service, Jdk jdk, Mode mode, boolean isFaulty)
      throws IOException, InterruptedException {
    String base =
        String.join(
            "-",
            service.name().replace('/', '.'),
            Integer.toString(jdk.feature()),
            mode.toString(),
            isFaulty ? "faulty" : "calm");
    Path recording = folder.resolve(base + ".jfr").toAbsolutePath();
    Path report = folder.resolve(base + ".json").toAbsolutePath();
    Files.deleteIfExists(report);
    if (!again || !Files.exists(recording)) {
      Files.deleteIfExists(recording);
      run(recordCommand(service, jdk, mode, isFaulty, recording), base + ".service.txt");
    }
    run(reportCommand(recording, report), base + ".report.txt");
    if (!Files.exists(report)) {
      throw new IOException("no report on " + base + ", see " + folder);
    }
    return Verdict.read(report);
  }

  private List<String> recordCommand(
      Case service, Jdk jdk, Mode mode, boolean isFaulty, Path recording) {
    List<String> command = new ArrayList<>(List.of(jdk.java(), "-Xmx256m"));
    command.addAll(service.expectation().jvmOptions());
    command.addAll(mode.jvmOptions(agent, recording));
    command.addAll(List.of("-jar", ownJar().getPath(), "scenario", service.name()));
    int needed = Math.max(seconds, service.expectation().leastSeconds());
    command.addAll(List.of("--seconds", Integer.toString(needed)));
    if (!isFaulty) {
      command.add("--calm");
    }
    return command;
  }

  private List<String> reportCommand(Path recording, Path report) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-jar",
        analyzer.toString(),
        "report",
        recording.toString(),
        "--json",
        report.toString());
  }

  private void run(List<String> command, String output) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS + seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("does not end: " + String.join(" ", command));
    }
  }

  private static File ownJar() {
    try {
      return new File(Laboratory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar's own place is a URI", e);
    }
  }
}
