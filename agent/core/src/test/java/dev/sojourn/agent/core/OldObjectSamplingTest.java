package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldObjectSamplingTest {
  private static final String EVENT = "jdk.OldObjectSample";
  private static final int SOME = 8;

  // Larger than what a thread may allocate without asking, so that each one is sampled.
  private static final int LARGE = 500_000;

  @TempDir private Path folder;

  @Test
  void whatIsAllocatedAfterASearch_isInANewSample() throws IOException {
    List<Object> kept = new ArrayList<>();
    try (Recording recording = new Recording()) {
      recording.setName(JvmRecording.NAME);
      recording.enable(EVENT).with("cutoff", "0 ms");
      recording.start();
      OldObjectSampling.searchAndRenew();
      for (int i = 0; i < SOME; i++) {
        kept.add(new long[LARGE]);
      }
      // JFR tells only of objects that have outlived a collection.
      System.gc();
      OldObjectSampling.searchAndRenew();

      assertThat(recording.getSettings()).containsEntry(EVENT + "#enabled", "true");
      assertThat(classes(recording)).contains("[J");
    }
    assertThat(kept).hasSize(SOME);
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

  private List<String> classes(Recording recording) throws IOException {
    Path file = folder.resolve("objects.jfr");
    recording.dump(file);
    List<String> classes = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(EVENT)) {
        classes.add(event.getClass("object.type").getName());
      }
    }
    return classes;
  }
}
