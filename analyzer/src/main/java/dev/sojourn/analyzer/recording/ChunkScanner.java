package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the chunks of a file by their headers, without reading what lies between. */
final class ChunkScanner {
  private static final int BLOCK_BYTES = 1 << 20;

  private final Path path;
  private final String name;
  private final FileChannel channel;
  private final long size;
  private final List<ChunkSpan> spans = new ArrayList<>();
  private final List<Damage> damages = new ArrayList<>();

  private ChunkScanner(Path path, String name, FileChannel channel) throws IOException {
    this.path = path;
    this.name = name;
    this.channel = channel;
    this.size = channel.size();
  }

  /** The chunks of a file, and what is no chunk. */
  record Scan(List<ChunkSpan> spans, List<Damage> damages) {}

  static Scan scan(Path path, String name, FileChannel channel) throws IOException {
    ChunkScanner scanner = new ChunkScanner(path, name, channel);
    scanner.scan();
    return new Scan(List.copyOf(scanner.spans), List.copyOf(scanner.damages));
  }

  private void scan() throws IOException {
    if (size == 0) {
      damages.add(new Damage(name, -1, 0, 0, -1, "the file is empty"));
    }
    long at = 0;
    while (at < size) {
      ChunkHeader header = header(at);
      if (header == null) {
        long next = nextHeader(at + 1);
        damages.add(new Damage(name, -1, at, next - at, -1, notAChunk(at, next)));
        at = next;
      } else {
        long end = end(at, header);
        spans.add(new ChunkSpan(path, name, spans.size(), at, end - at, header));
        at = end;
      }
    }
  }

  private String notAChunk(long at, long next) {
    return at == 0 && next == size ? "not a JFR recording" : "no chunk begins here";
  }

  private long end(long at, ChunkHeader header) throws IOException {
    if (header.finished()
        && header.sizeBytes() >= ChunkHeader.BYTES
        && header.sizeBytes() <= size - at) {
      return at + header.sizeBytes();
    }
    return nextHeader(at + ChunkHeader.BYTES);
  }

  private ChunkHeader header(long at) throws IOException {
    ByteBuffer bytes = read(at, ChunkHeader.BYTES);
    return ChunkHeader.begins(bytes) ? ChunkHeader.parse(bytes) : null;
  }

  /** Where the next header begins; the end of the file if there is none. */
  private long nextHeader(long from) throws IOException {
    for (long at = from; at < size; at += BLOCK_BYTES) {
      ByteBuffer block = read(at, BLOCK_BYTES + ChunkHeader.BYTES);
      int last = Math.min(BLOCK_BYTES, block.limit() - ChunkHeader.BYTES + 1);
      for (int i = 0; i < last; i++) {
        if (block.get(i) == 'F' && ChunkHeader.begins(block.position(i))) {
          return at + i;
        }
      }
    }
    return size;
  }

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, size - at)));
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      continue;
    }
    return bytes.flip();
  }
}
