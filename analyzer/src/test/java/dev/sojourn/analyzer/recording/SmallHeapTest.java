package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.command.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {
  private static final long RECORDING_BYTES = 72L << 20;
  private static final int STARTS_AT = 32;
  private static final int LASTS_AT = 40;

  @TempDir private Path folder;

  @Test
  void recordingOfThreeTimesTheHeap_isReported() throws Exception {
    Path recording = repeated(Recordings.chunks(Recordings.any(), folder).get(0));

    int exitCode =
        InstalledJdks.run(
            Runtime.version().feature(),
            Main.class,
            List.of("-Xmx24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            "report",
            recording.toString(),
            "--progress=never",
            "--json=" + folder.resolve("report.json"));

    assertThat(exitCode).isZero();
    assertThat(folder.resolve("report.json")).isNotEmptyFile();
  }

  /** One chunk again and again, each behind the one before. */
  private Path repeated(Path chunk) throws IOException {
    byte[] bytes = Files.readAllBytes(chunk);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    long start = header.getLong(STARTS_AT);
    long nanos = header.getLong(LASTS_AT);
    Path recording = folder.resolve("long.jfr");
    try (OutputStream out = Files.newOutputStream(recording)) {
      for (long i = 0; i * bytes.length < RECORDING_BYTES; i++) {
        header.putLong(STARTS_AT, start + i * nanos);
        out.write(bytes);
      }
    }
    return recording;
  }
}
