package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryTest {
  private static final String FEATURES = "dev.sojourn.analyzer.recording.Recordings#features";

  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void wholeRecording_staysAsItIs(int feature) throws Exception {
    Path recording = Recordings.of(feature);

    Recovery recovery = recover(recording);

    assertThat(recovered()).hasSameBinaryContentAs(recording);
    assertThat(recovery.damages()).isEmpty();
    assertThat(recovery.events()).isZero();
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void unfinishedChunk_isReadByTheJdk(int feature) throws Exception {
    Path chunk = Recordings.chunks(Recordings.of(feature), folder).get(0);
    List<String> whole = OracleEvents.of(chunk);
    byte[] bytes = Files.readAllBytes(chunk);
    bytes[ChunkHeader.STATE_AT] = 1;
    Path unfinished = Files.write(folder.resolve("unfinished.jfr"), bytes);

    Recovery recovery = recover(unfinished);

    assertThat(OracleEvents.of(recovered())).isEqualTo(whole);
    assertThat(recovery.events()).isEqualTo(whole.size());
    assertThat(unfinished).hasBinaryContent(bytes);
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource(FEATURES)
  void damagedEvents_areLeftOut(int feature) throws Exception {
    Path chunk = Recordings.chunks(Recordings.of(feature), folder).get(0);
    byte[] bytes = Files.readAllBytes(chunk);
    int middle = Recordings.middleEvent(bytes);
    Arrays.fill(bytes, middle, middle + 8, (byte) 0xff);
    Path damaged = Files.write(folder.resolve("damaged.jfr"), bytes);

    Recovery recovery = recover(damaged);

    assertThat(recovery.damages()).isNotEmpty();
    assertThat(OracleEvents.of(recovered())).hasSize((int) recovery.events());
    assertThat(ReadEvents.of(recovered()).result().complete()).isTrue();
  }

  @Test
  void input_isNeverTheOutput() throws IOException {
    Path file = Files.writeString(folder.resolve("recovered.jfr"), "precious");

    assertThatThrownBy(() -> recover(file)).hasMessageContaining("originals are never changed");
    assertThat(file).hasContent("precious");
  }

  @Test
  void damages_doNotStopTheRecovery() throws Exception {
    byte[] whole = Files.readAllBytes(Recordings.any());
    Path damaged = folder.resolve("damaged.jfr");
    for (long seed = 1; seed <= 100; seed++) {
      Files.write(damaged, Mutation.of(whole, seed));

      Recovery recovery = recover(damaged);

      if (recovery.chunks() > 0) {
        ReadEvents read = ReadEvents.of(recovered());
        assertThat(read.result().chunks()).as("seed %s", seed).hasSize(recovery.chunks());
      }
    }
  }

  private Path recovered() {
    return folder.resolve("recovered.jfr");
  }

  private Recovery recover(Path input) throws IOException {
    return Recovery.recover(List.of(input), recovered(), Progress.NONE);
  }
}
