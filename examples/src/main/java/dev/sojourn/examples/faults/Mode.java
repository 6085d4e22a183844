package dev.sojourn.examples.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How a service is recorded. */
enum Mode {
  AGENT,
  PLAIN;

  /** The options of a JVM that records itself to {@code recording}. */
  List<String> jvmOptions(Path agent, Path recording) {
    return switch (this) {
      case AGENT -> List.of("-javaagent:" + agent.toAbsolutePath() + "=out=" + recording);
      case PLAIN -> List.of("-XX:StartFlightRecording:settings=profile,filename=" + recording);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
