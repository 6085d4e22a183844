package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;

/**
 * A chunk that the same JVM wrote just before or after another. Ids never outlive their chunk, with
 * this exception: one JVM gives a type, a class, a thread and a string the same id in all its
 * chunks.
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

  /** The same, once it is asked for; null where there is no such chunk or it cannot be read. */
  static <T> Supplier<T> lazily(ChunkSpan span, Part<T> part) {
    return new Supplier<>() {
      private boolean asked;
      private T found;

      @Override
      public T get() {
        if (!asked) {
          asked = true;
          found = span.neighbour() == null ? null : find();
        }
        return found;
      }

      private T find() {
        try {
          return of(span, part);
        } catch (IOException | MalformedException | IndexOutOfBoundsException unreadable) {
          // that is told when it is read itself
          return null;
        }
      }
    };
  }
}
