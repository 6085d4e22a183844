package dev.sojourn.analyzer.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * One input.
 *
 * @param path as the user knows it
 * @param chunks how many chunks were read
 * @param startEpochNanos begin of the first chunk; 0 where there is none
 * @param durationNanos time that its chunks cover
 * @param jvm name and version of the JVM that was recorded; empty where it is not known
 * @param faults what could not be read of it, a sentence each
 * @param caveats what else biases the figures, a sentence each
 */
public record RecordingEntry(
    String path,
    int chunks,
    long startEpochNanos,
    long durationNanos,
    String jvm,
    List<String> faults,
    List<String> caveats) {

  public RecordingEntry {
    faults = List.copyOf(faults);
    caveats = List.copyOf(caveats);
  }

  /** Whether all of it could be read. */
  public boolean complete() {
    return faults.isEmpty();
  }

  /** Faults and caveats together. */
  List<String> allCaveats() {
    return Stream.concat(faults.stream(), caveats.stream()).toList();
  }
}
