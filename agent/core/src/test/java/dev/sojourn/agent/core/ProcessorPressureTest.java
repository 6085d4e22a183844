package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessorPressureTest {
  private static final String EVENT = "sojourn.MachineSample";

  @TempDir private Path folder;

  @Test
  void sample_tellsByHowMuchTheTimesGrew() throws IOException {
    Path pressure = Files.writeString(folder.resolve("pressure"), "some total=1000");
    ProcessorPressure sampling =
        new ProcessorPressure(
            List.of(
                new KernelCounter(pressure, KernelCounter::pressureNanos),
                new KernelCounter(folder.resolve("none"), KernelCounter::pressureNanos),
                new KernelCounter(folder.resolve("none"), KernelCounter::stolenNanos)),
            new ProcessorWaits(folder.resolve("none"), 1));

    try (Recording recording = new Recording()) {
      recording.enable(EVENT).withoutThreshold();
      recording.start();
      sampling.flush(0);
      Files.writeString(pressure, "some total=1250");
      sampling.flush(1000);
      recording.stop();
      List<RecordedEvent> samples = samples(recording);

      assertThat(samples).hasSize(1);
      assertThat(samples.get(0).getLong("machinePressure")).isEqualTo(250_000);
      assertThat(samples.get(0).getLong("groupPressure")).isEqualTo(-1);
      assertThat(samples.get(0).getLong("stolen")).isEqualTo(-1);
    }
  }

  private List<RecordedEvent> samples(Recording recording) throws IOException {
    Path file = folder.resolve("samples.jfr");
    recording.dump(file);
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(EVENT))
        .toList();
  }
}
