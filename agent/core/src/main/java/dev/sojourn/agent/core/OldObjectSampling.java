package dev.sojourn.agent.core;

import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * JFR's sample of old objects, of which a JVM has one. It holds 256; full of objects that stay, on
 * JDK 17 it takes no others, so that of a leak it knows the first seconds only.
 */
final class OldObjectSampling {
  private static final String EVENT = "jdk.OldObjectSample";

  private OldObjectSampling() {}

  /** Has the ways from the roots to what is sampled written, and begins a new sample. */
  static void searchAndRenew() {
    // JFR samples old objects into the recordings that run before it copies them.
    FlightRecorder.getFlightRecorder().takeSnapshot().close();
    List<Recording> own =
        FlightRecorder.getFlightRecorder().getRecordings().stream()
            .filter(recording -> recording.getName().equals(JvmRecording.NAME))
            .filter(recording -> recording.getState() == RecordingState.RUNNING)
            .toList();
    // The sample ends when nobody asks for it; while others' recordings do, it stays as it is.
    own.forEach(recording -> enable(recording, false));
    own.forEach(recording -> enable(recording, true));
  }

  private static void enable(Recording recording, boolean enabled) {
    try {
      if (enabled) {
        recording.enable(EVENT);
      } else {
        recording.disable(EVENT);
      }
    } catch (IllegalStateException ended) {
      // Whoever asked for it has it now, and needs no more samples.
      return;
    }
  }
}
