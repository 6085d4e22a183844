package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where recordings are kept: in the user's folder, or in one for temporary files, of which nothing
 * is left if the command is interrupted.
 */
final class RecordingFolder implements AutoCloseable {
  private final Path path;
  private final boolean own;
  private final Interruption interruption;

  /**
   * A folder.
   *
   * @param chosen by the user; null for none
   */
  RecordingFolder(Path chosen, Interruption interruption) throws IOException {
    this.own = chosen == null;
    this.path = own ? Files.createTempDirectory("sojourn-compare") : chosen;
    this.interruption = interruption;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (own && interruption.isAsked()) {
      try (Stream<Path> files = Files.walk(path)) {
        files.sorted(Comparator.reverseOrder()).forEach(RecordingFolder::delete);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
