package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one whole recording of whatever is left: of a file that was cut or damaged, or of the
 * repository folder of a JVM that was killed. Chunks that are whole are copied byte for byte, the
 * others are written anew with all their whole events. The JDK's own tools read the result.
 *
 * @param chunks how many chunks the result has
 * @param events how many events were saved from chunks that were not whole
 * @param bytes size of the result
 * @param damages what could not be saved
 */
public record Recovery(int chunks, long events, long bytes, List<Damage> damages) {

  /**
   * Recovers inputs, which are only read.
   *
   * @param inputs files and folders, as {@link RecordingReader} takes them
   * @param output the file to write; it is replaced when all is done, and not written if no chunk
   *     can be read
   * @throws IOException if the output cannot be written or is one of the inputs
   */
  public static Recovery recover(List<Path> inputs, Path output, Progress progress)
      throws IOException {
    try (InputFiles files = InputFiles.of(inputs)) {
      refuseOriginal(files, output);
      Path part = output.resolveSibling(output.getFileName() + ".part");
      try {
        Recovery recovery = write(Chunks.of(files), part, progress);
        if (recovery.chunks() > 0) {
          Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        }
        return recovery;
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  private static void refuseOriginal(InputFiles files, Path output) throws IOException {
    for (InputFile file : files.files()) {
      Path original = Path.of(file.name());
      if (Files.exists(output) && Files.exists(original) && Files.isSameFile(original, output)) {
        throw new IOException(output + " is an input, and originals are never changed");
      }
    }
  }

  private static Recovery write(Chunks chunks, Path part, Progress progress) throws IOException {
    List<Damage> damages = new ArrayList<>(chunks.damages());
    int written = 0;
    long events = 0;
    long done = 0;
    try (FileChannel target = FileChannel.open(part, CREATE_NEW, WRITE)) {
      RecoveredFile out = new RecoveredFile(target);
      for (ChunkSpan span : chunks.spans()) {
        long before = out.position();
        try (FileChannel source = FileChannel.open(span.path(), READ)) {
          if (WholeChunk.holds(span, source)) {
            WholeChunk.copy(span, source, out);
          } else {
            ChunkRecovery.Recovered chunk = ChunkRecovery.recover(span, source, out);
            events += chunk.events();
            damages.addAll(chunk.damages());
          }
        }
        written += out.position() > before ? 1 : 0;
        done += span.lengthBytes();
        progress.read(done, chunks.bytes());
      }
      out.flush();
      return new Recovery(written, events, out.position(), List.copyOf(damages));
    }
  }
}
