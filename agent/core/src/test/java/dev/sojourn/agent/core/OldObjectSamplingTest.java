package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

final class OldObjectSamplingTest {
  private static final String EVENT = "jdk.OldObjectSample";

  @Test
  void afterASearch_objectsAreSampledAsBefore() {
    try (Recording recording = new Recording()) {
      recording.setName(JvmRecording.NAME);
      recording.enable(EVENT).with("cutoff", "7 ms");
      recording.start();

      OldObjectSampling.searchAndRenew();

      assertThat(recording.getSettings())
          .containsEntry(EVENT + "#enabled", "true")
          .containsEntry(EVENT + "#cutoff", "7 ms");
    }
  }

  @Test
  void recordingOfSomebodyElse_isLeftAlone() {
    try (Recording recording = new Recording()) {
      recording.setName("theirs");
      recording.start();

      OldObjectSampling.searchAndRenew();

      assertThat(recording.getSettings()).doesNotContainKey(EVENT + "#enabled");
    }
  }
}
