package dev.sojourn.examples.faults;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

  /**
   * One of the two runs of a service.
   *
   * @param base what its files are called, without their endings
   */
  private record Trial(
      Case service, Jdk jdk, Mode mode, boolean isFaulty, String base, Path recording) {}

  /**
   * Records the service and its calm twin, both at once, so that what else goes on meets both
   * alike.
   */
  void record(Case service, Jdk jdk, Mode mode) throws IOException, InterruptedException {
    List<Trial> trials =
        Stream.of(trial(service, jdk, mode, true), trial(service, jdk, mode, false))
            .filter(trial -> !again || !Files.exists(trial.recording()))
            .toList();
    List<Process> processes = new ArrayList<>();
    for (Trial trial : trials) {
      Files.deleteIfExists(trial.recording());
      processes.add(start(recordCommand(trial), trial.base() + ".service.txt"));
    }
    for (Process process : processes) {
      await(process, service.name());
    }
  }

  /** The score of the reports on the two recordings. */
  Score score(Case service, Jdk jdk, Mode mode) throws IOException, InterruptedException {
    Verdict faulty = verdict(trial(service, jdk, mode, true));
    return Score.of(service.expectation(), faulty, verdict(trial(service, jdk, mode, false)));
  }

  private Verdict verdict(Trial trial) throws IOException, InterruptedException {
    Path report = folder.resolve(trial.base() + ".json").toAbsolutePath();
    Files.deleteIfExists(report);
    await(
        start(reportCommand(trial.recording(), report), trial.base() + ".report.txt"),
        trial.base());
    if (!Files.exists(report)) {
      throw new IOException("no report on " + trial.base() + ", see " + folder);
    }
    return Verdict.read(report);
  }

  private Trial trial(Case service, Jdk jdk, Mode mode, boolean isFaulty) {
    String base =
        String.join(
            "-",
            service.name().replace('/', '.'),
            Integer.toString(jdk.feature()),
            mode.toString(),
            isFaulty ? "faulty" : "calm");
    Path recording = folder.resolve(base + ".jfr").toAbsolutePath();
    return new Trial(service, jdk, mode, isFaulty, base, recording);
  }

  private List<String> recordCommand(Trial trial) {
    Case service = trial.service();
    List<String> command = new ArrayList<>(List.of(trial.jdk().java(), "-Xmx256m"));
    command.addAll(service.expectation().jvmOptions());
    command.addAll(trial.mode().jvmOptions(agent, trial.recording()));
    command.addAll(List.of("-jar", ownJar().getPath(), "scenario", service.name()));
    int needed = Math.max(seconds, service.expectation().leastSeconds());
    command.addAll(List.of("--seconds", Integer.toString(needed)));
    if (!trial.isFaulty()) {
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

  private Process start(List<String> command, String output) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(output).toFile())
        .start();
  }

  private void await(Process process, String what) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS + seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("does not end: " + what);
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
