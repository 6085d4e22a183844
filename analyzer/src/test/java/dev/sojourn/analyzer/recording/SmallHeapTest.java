package dev.sojourn.analyzer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.command.Main;
import java.io.ByteArrayOutputStream;
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
  private static final long CHUNK_BYTES = 96L << 20;
  private static final int SIZE_AT = 8;
  private static final int STARTS_AT = 32;
  private static final int LASTS_AT = 40;

  @TempDir private Path folder;

  @Test
  void recordingOfThreeTimesTheHeap_isReported() throws Exception {
    Path recording = repeated(Recordings.chunks(Recordings.any(), folder).get(0));
    assertThat(report(recording)).isZero();
    assertThat(folder.resolve("report.json")).isNotEmptyFile();
  }

  @Test
  void chunkOfFourTimesTheHeap_isReported() throws Exception {
    Path recording = ofManyEvents(Recordings.chunks(Recordings.any(), folder).get(0));
    assertThat(report(recording)).isZero();
    assertThat(folder.resolve("report.json")).isNotEmptyFile();
  }

  private int report(Path recording) throws Exception {
    return InstalledJdks.run(
        Runtime.version().feature(),
        Main.class,
        List.of("-Xmx24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        "report",
        recording.toString(),
        "--progress=never",
        "--json=" + folder.resolve("report.json"));
  }

  /** One chunk that goes on with all its events again and again. */
  private Path ofManyEvents(Path chunk) throws IOException {
    byte[] bytes = Files.readAllBytes(chunk);
    byte[] events = events(bytes);
    long copies = (CHUNK_BYTES - bytes.length) / events.length;
    ByteBuffer.wrap(bytes).putLong(SIZE_AT, bytes.length + copies * events.length);
    Path recording = folder.resolve("large.jfr");
    try (OutputStream out = Files.newOutputStream(recording)) {
      out.write(bytes);
      for (long i = 0; i < copies; i++) {
        out.write(events);
      }
    }
    return recording;
  }

  /** All events that are neither metadata nor constants. */
  private static byte[] events(byte[] chunk) {
    Cursor cursor = new Cursor(true);
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    int size;
    for (int at = ChunkHeader.BYTES; at < chunk.length; at += size) {
      cursor.on(chunk, at, chunk.length);
      size = cursor.int32();
      if (cursor.int64() > Constants.TYPE_ID) {
        events.write(chunk, at, size);
      }
    }
    return events.toByteArray();
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
