package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.EventSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What another JVM has recorded so far, while it records: JFR's repository on disk, which it writes
 * to about once a second. It is read anew each time; a chunk is some megabytes, and that costs less
 * than to keep track of a file that grows and of what its writer corrects.
 *
 * @param repository the folder that the JVM's property {@code jdk.jfr.repository} names
 */
public record LiveRecording(Path repository) {
  /**
   * Reads the chunks that were written to since then; they hold older events, too. What is not
   * whole yet is left out, as is a chunk that the JVM drops meanwhile.
   *
   * @throws IOException if the repository cannot be read
   */
  public void readSince(Instant since, EventSink sink) throws IOException {
    new RecordingReader(1, Progress.NONE).read(writtenSince(since), chunk -> sink, done -> {});
  }

  private List<Path> writtenSince(Instant since) throws IOException {
    try (Stream<Path> files = Files.list(repository)) {
      return files
          .filter(file -> file.toString().endsWith(".jfr") && isWrittenSince(file, since))
          .toList();
    }
  }

  private static boolean isWrittenSince(Path file, Instant since) {
    try {
      return !Files.getLastModifiedTime(file).toInstant().isBefore(since);
    } catch (NoSuchFileException dropped) {
      return false;
    } catch (IOException untold) {
      return true;
    }
  }
}
