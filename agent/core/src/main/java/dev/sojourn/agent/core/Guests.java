package dev.sojourn.agent.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Recordings that others have asked the agent at work for, beside its own, by file. */
final class Guests implements Part {
  private final Options options;
  private final Map<Path, JvmRecording> recordings = new LinkedHashMap<>();

  Guests(Options options) {
    this.options = options;
  }

  /** Starts a recording like the agent's own; returns where it goes. */
  String join(Path file) throws IOException {
    part(file);
    JvmRecording recording = JvmRecording.start(options, file);
    recordings.put(file, recording);
    return recording.where();
  }

  /** Ends a recording; this writes its file. */
  void part(Path file) {
    JvmRecording recording = recordings.remove(file);
    if (recording != null) {
      recording.stop();
    }
  }

  /** Ends all of them. */
  @Override
  public void stop() {
    for (Path file : recordings.keySet().toArray(new Path[0])) {
      part(file);
    }
  }
}
