package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Looks for chunk headers in a file. A JVM writes a copy of the header into the checkpoint that
 * ends a chunk or a flush: those are no chunks, but they stand in for a header that is damaged.
 */
final class HeaderSearch {
  private static final int BLOCK_BYTES = 1 << 20;

  /** What stands before the copy in its checkpoint: at most so much. */
  private static final int BEFORE_COPY_BYTES = 64;

  private final FileChannel channel;
  private final long size;

  HeaderSearch(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /** The header at an offset; null if there is none. */
  ChunkHeader header(long at) throws IOException {
    ByteBuffer bytes = read(at, ChunkHeader.BYTES);
    return ChunkHeader.begins(bytes) ? ChunkHeader.parse(bytes) : null;
  }

  /** Where the next chunk begins, from an offset on; the end of the file if there is none. */
  long next(long from) throws IOException {
    return find(from, size, false);
  }

  /** The header of the chunk that begins at an offset, by its copy; null if there is none. */
  ChunkHeader copyOf(long chunk, long end) throws IOException {
    ChunkHeader best = null;
    for (long at = find(chunk + 1, end, true); at < end; at = find(at + 1, end, true)) {
      ChunkHeader copy = header(at);
      if (checkpoint(at, copy) == chunk + copy.constantsOffset()) {
        best = copy;
      }
    }
    return best;
  }

  /** Where the checkpoint with a copy begins; -1 if it does not stand in one. */
  private long checkpoint(long copyAt, ChunkHeader copy) throws IOException {
    int before = (int) Math.min(BEFORE_COPY_BYTES, copyAt);
    ByteBuffer bytes = read(copyAt - before, before + EventWalk.HEADER_BYTES);
    Cursor cursor = new Cursor(copy.compressed());
    for (int i = 0; i < before; i++) {
      cursor.on(bytes.array(), i, bytes.limit());
      long length = cursor.int32();
      if (cursor.int64() == Constants.TYPE_ID && i + length == before + ChunkHeader.BYTES) {
        return copyAt - before + i;
      }
    }
    return -1;
  }

  private long find(long from, long to, boolean copies) throws IOException {
    for (long at = from; at < to; at += BLOCK_BYTES) {
      // one byte more, which tells a copy from a chunk
      ByteBuffer block = read(at - 1, 1 + BLOCK_BYTES + ChunkHeader.BYTES);
      int last = (int) Math.min(BLOCK_BYTES, to - at);
      for (int i = 1; i <= last && i < block.limit(); i++) {
        if (block.get(i) == 'F'
            && block.get(i - 1) == ChunkHeader.BYTES == copies
            && ChunkHeader.begins(block.position(i))) {
          return at + i - 1;
        }
      }
    }
    return to;
  }

  ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, size - at)));
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // a channel may give less than it is asked for
    }
    return bytes.flip();
  }
}
