package dev.sojourn.analyzer.recording;

import java.nio.file.Path;

/**
 * Where a chunk lies.
 *
 * @param name the file's name before people
 * @param lengthBytes what there is of it: less than its header says if the file is cut, and more if
 *     it was left unfinished
 * @param neighbour a whole chunk that the same JVM wrote just before or after it; or null
 */
record ChunkSpan(
    Path path,
    String name,
    int index,
    long offsetBytes,
    long lengthBytes,
    ChunkHeader header,
    ChunkSpan neighbour) {
  long endBytes() {
    return offsetBytes + lengthBytes;
  }

  /** Whether the file holds all that the header promises, and the header is final. */
  boolean whole() {
    return header.finished() && lengthBytes == header.sizeBytes();
  }

  /** Whether this copy of a chunk holds more than another. */
  boolean betterThan(ChunkSpan other) {
    if (whole() != other.whole()) {
      return whole();
    }
    return lengthBytes > other.lengthBytes;
  }

  ChunkSpan beside(ChunkSpan other) {
    return new ChunkSpan(path, name, index, offsetBytes, lengthBytes, header, other);
  }
}
