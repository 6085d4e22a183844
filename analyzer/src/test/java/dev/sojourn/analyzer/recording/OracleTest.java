package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OracleTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void everyField_isWhatTheJdkReads(int feature) throws Exception {
    // chunk by chunk: where two chunks have equal metadata, the JDK converts the second one's ticks
    // by the first one's clock, which is some hundred nanoseconds off
    List<Path> chunks = Recordings.chunks(Recordings.of(feature), folder);

    assertThat(chunks).hasSizeGreaterThan(1);
    for (Path chunk : chunks) {
      compare(chunk);
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void plainIntegers_areReadAlike(int feature) throws Exception {
    Path chunk = Recordings.chunks(Recordings.of(feature), folder).get(0);
    Path plain = UncompressedChunk.write(chunk, folder.resolve("plain.jfr"));

    assertThat(Files.size(plain)).isGreaterThan(Files.size(chunk));
    // the JDK's own reader knows no such files
    assertThat(WholeEvents.of(plain)).isEqualTo(OracleEvents.of(chunk));
  }

  /** {@code -Drecordings=FOLDER} holds recordings of other JDKs and programs against the oracle. */
  @Test
  @EnabledIfSystemProperty(named = "recordings", matches = ".+")
  void everyFieldOfOthersRecordings_isWhatTheJdkReads() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("recordings")))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jfr")).toList()) {
        for (Path chunk : Recordings.chunks(file, folder)) {
          compare(chunk);
        }
      }
    }
  }

  private static void compare(Path recording) throws IOException {
    List<String> ours = WholeEvents.of(recording);
    List<String> oracle = OracleEvents.of(recording);
    for (int i = 0; i < Math.min(ours.size(), oracle.size()); i++) {
      assertThat(ours.get(i)).as("event %s of %s", i, recording).isEqualTo(oracle.get(i));
    }
    assertThat(ours).hasSameSizeAs(oracle);
  }
}
