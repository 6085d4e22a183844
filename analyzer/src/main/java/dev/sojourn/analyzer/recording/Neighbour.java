package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A chunk that the same JVM wrote just before or after one that is not whole. Ids never outlive
 * their chunk, with this exception: one JVM gives a type, a class and a thread the same id in all
 * its chunks.
 */
final class Neighbour {
  private Neighbour() {}

  /** Something of that chunk. */
  interface Part<T> {
    T of(ChunkContents contents, Window window) throws IOException;
  }

  static <T> T of(ChunkSpan span, Part<T> part) throws IOException {
    ChunkSpan other = span.neighbour();
    try (FileChannel channel = FileChannel.open(other.path(), READ)) {
      Window window = new Window(channel, other.endBytes());
      return part.of(ChunkContents.find(other.beside(null), window), window);
    }
  }
}
