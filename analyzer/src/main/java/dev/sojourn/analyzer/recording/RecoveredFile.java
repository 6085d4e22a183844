package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes a recording: bytes one after the other, and headers that are filled in afterwards. */
final class RecoveredFile {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
  private long position;

  RecoveredFile(FileChannel channel) {
    this.channel = channel;
  }

  long position() {
    return position;
  }

  void append(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int step = Math.min(buffer.remaining(), length - done);
      buffer.put(bytes, from + done, step);
      done += step;
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
    position += length;
  }

  void append(byte[] bytes) throws IOException {
    append(bytes, 0, bytes.length);
  }

  /** Overwrites bytes that were appended before. */
  void replace(long at, ByteBuffer bytes) throws IOException {
    flush();
    long to = at;
    while (bytes.hasRemaining()) {
      to += channel.write(bytes, to);
    }
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
