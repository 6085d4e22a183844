package dev.sojourn.analyzer.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Recording;

/**
 * Counts its runs in events, each with its number as text, and ends as it is told to, or never:
 * after its file {@code stop} has appeared.
 */
final class EndlessProgram {
  /** Stands in the bytes of each event; short, so that the JVM does not pool it. */
  static final String MARK = "#%d;";

  @Name("sojourn.JobRun")
  static class Run extends Event {
    String job;
    long runId;
  }

  private static final List<byte[]> HEAP = new ArrayList<>();

  private EndlessProgram() {}

  /** How to end, and the file to wait for. */
  public static void main(String[] arguments) throws Exception {
    Path stop = Path.of(arguments[1]);
    FlightRecorder.register(Run.class);
    try (Recording recording = new Recording()) {
      recording.start();
      for (long i = 1; ; i++) {
        Run run = new Run();
        run.begin();
        run.job = MARK.formatted(i);
        run.runId = i;
        run.commit();
        if (i % 256 == 0) {
          Thread.sleep(1);
          if (Files.exists(stop)) {
            end(arguments[0]);
          }
        }
      }
    }
  }

  private static void end(String how) {
    switch (how) {
      case "halt" -> Runtime.getRuntime().halt(9);
      case "memory" -> {
        while (true) {
          HEAP.add(new byte[1 << 20]);
        }
      }
      default -> throw new IllegalArgumentException(how);
    }
  }
}
