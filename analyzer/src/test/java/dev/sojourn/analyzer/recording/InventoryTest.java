package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryTest {
  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void everyTypeIsCounted_andEveryByteBelongsToOne(int feature) throws Exception {
    Path recording = Recordings.of(feature);
    Map<String, Long> oracle = new TreeMap<>();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        oracle.merge(file.readEvent().getEventType().getName(), 1L, Long::sum);
      }
    }

    Inventory inventory = InventoryReader.read(List.of(recording), Progress.NONE);

    Map<String, Long> counted = new TreeMap<>();
    inventory.types().forEach((name, use) -> counted.put(name, use.events()));
    counted.keySet().removeAll(List.of("(metadata)", "(constants)"));
    assertThat(counted).isEqualTo(oracle);
    long bytes = inventory.types().values().stream().mapToLong(Inventory.TypeUse::bytes).sum();
    long headers = (long) inventory.chunks().size() * ChunkHeader.BYTES;
    assertThat(bytes + headers).isEqualTo(Files.size(recording)).isEqualTo(inventory.bytes());
    assertThat(inventory.settings().get("jdk.ThreadPark"))
        .containsEntry("enabled", "true")
        .containsKey("threshold");
    assertThat(inventory.damages()).isEmpty();
  }
}
