package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the chunks of a file by their headers, without reading what lies between. */
final class ChunkScanner {
  private final InputFile file;
  private final HeaderSearch search;
  private final long size;
  private final List<ChunkSpan> spans = new ArrayList<>();
  private final List<Damage> damages = new ArrayList<>();

  private ChunkScanner(InputFile file, FileChannel channel) throws IOException {
    this.file = file;
    this.size = channel.size();
    this.search = new HeaderSearch(channel, size);
  }

  /** The chunks of a file, and what is no chunk. */
  record Scan(List<ChunkSpan> spans, List<Damage> damages) {}

  static Scan scan(InputFile file, FileChannel channel) throws IOException {
    ChunkScanner scanner = new ChunkScanner(file, channel);
    scanner.scan();
    return new Scan(List.copyOf(scanner.spans), List.copyOf(scanner.damages));
  }

  private void scan() throws IOException {
    if (size == 0) {
      damage(-1, 0, 0, "the file is empty, it ends at byte 0");
    }
    long at = 0;
    while (at < size) {
      ChunkHeader header = search.header(at);
      long end = header == null ? search.next(at + 1) : end(at, header);
      if (header == null) {
        withoutHeader(at, end);
      } else {
        add(at, end, header);
      }
      at = end;
    }
  }

  private void withoutHeader(long at, long end) throws IOException {
    ChunkHeader copy = search.copyOf(at, end);
    if (copy != null) {
      String reason = "an unreadable chunk header, of which there is a copy";
      damage(spans.size(), at, ChunkHeader.BYTES, reason);
      add(at, end, copy);
    } else {
      boolean all = at == 0 && end == size;
      damage(-1, at, end - at, all ? notRead() : "no chunk begins here");
    }
  }

  /** What a file is of which nothing can be read. */
  private String notRead() throws IOException {
    ByteBuffer begin = search.read(0, ChunkHeader.BYTES);
    return ChunkHeader.isBeforeJdk9(begin)
        ? "a recording in the format of JDK 7 and 8 (0.9), which is not read"
        : "not a JFR recording";
  }

  private void add(long at, long end, ChunkHeader header) {
    spans.add(new ChunkSpan(file.path(), file.name(), spans.size(), at, end - at, header, null));
  }

  private void damage(int chunk, long at, long lostBytes, String reason) {
    damages.add(new Damage(file.name(), chunk, at, lostBytes, -1, reason));
  }

  private long end(long at, ChunkHeader header) throws IOException {
    long promised = header.sizeBytes();
    boolean possible = header.finished() && promised >= ChunkHeader.BYTES && promised <= size - at;
    if (possible && (promised == size - at || search.header(at + promised) != null)) {
      return at + promised;
    }
    long next = search.next(at + ChunkHeader.BYTES);
    boolean right = possible && next > at + promised && endsWithConstants(at, header);
    return right ? at + promised : next;
  }

  /** A JVM finishes a chunk by a last checkpoint: then its size is right. */
  private boolean endsWithConstants(long at, ChunkHeader header) throws IOException {
    long constants = header.constantsOffset();
    if (constants < ChunkHeader.BYTES || constants >= header.sizeBytes()) {
      return false;
    }
    ByteBuffer bytes = search.read(at + constants, EventWalk.HEADER_BYTES);
    Cursor cursor = new Cursor(header.compressed());
    cursor.on(Arrays.copyOf(bytes.array(), EventWalk.HEADER_BYTES), 0, EventWalk.HEADER_BYTES);
    return constants + cursor.int32() == header.sizeBytes();
  }
}
