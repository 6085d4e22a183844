package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * One input.
 *
 * @param path as the user knows it
 * @param startEpochNanos begin of the first chunk
 * @param durationNanos time that its chunks cover
 * @param jvm name and version of the JVM that was recorded; empty where it is not known
 * @param complete false if a part of it could not be read
 * @param caveats what biases the figures, a sentence each
 */
public record RecordingEntry(
    String path,
    long startEpochNanos,
    long durationNanos,
    String jvm,
    boolean complete,
    List<String> caveats) {

  public RecordingEntry {
    caveats = List.copyOf(caveats);
  }
}
