package dev.sojourn.analyzer.recording;

import java.io.IOException;

/** Looks up single events of a chunk by their offset. */
final class ChunkBytes {
  /** Enough of a checkpoint to tell where the one before it lies. */
  private static final int HEAD_BYTES = 64;

  private final ChunkSpan span;
  private final Window window;
  private final Cursor cursor;
  private int size;

  ChunkBytes(ChunkSpan span, Window window) {
    this.span = span;
    this.window = window;
    this.cursor = new Cursor(span.header().compressed());
  }

  /**
   * The event of a type at an offset from the chunk's begin; the cursor stands behind its type id.
   *
   * @throws MalformedException if there is none
   */
  Cursor event(long at, long typeId) throws IOException {
    Cursor head = head(at, typeId);
    int behind = head.position() - window.at(span.offsetBytes() + at, HEAD_BYTES);
    int begin = window.at(span.offsetBytes() + at, size);
    cursor.on(window.bytes(), begin, begin + size);
    cursor.position(begin + behind);
    return cursor;
  }

  /** The same, of which only the begin may be read. */
  Cursor head(long at, long typeId) throws IOException {
    if (at < ChunkHeader.BYTES || at >= span.lengthBytes()) {
      throw new MalformedException("offset " + at + " lies outside of the chunk");
    }
    int begin = window.at(span.offsetBytes() + at, HEAD_BYTES);
    cursor.on(window.bytes(), begin, begin + HEAD_BYTES);
    size = cursor.int32();
    if (size <= 0 || size > span.lengthBytes() - at || cursor.int64() != typeId) {
      throw new MalformedException("no event of type " + typeId + " at offset " + at);
    }
    return cursor;
  }

  /** Size of the event that was looked up last. */
  int size() {
    return size;
  }
}
