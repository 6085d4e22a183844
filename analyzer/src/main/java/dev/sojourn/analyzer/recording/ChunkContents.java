package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must be known before the first event is decoded: the metadata, and where the checkpoints
 * with the constants lie. A finished chunk's header leads to both; otherwise the chunk is walked
 * once from begin to end.
 */
final class ChunkContents {
  /** More checkpoints than a chunk has; the chain of a damaged one may lead in a circle. */
  private static final int MOST_CHECKPOINTS = 1_000_000;

  private final ChunkSpan span;
  private final Metadata metadata;
  private final List<Long> checkpoints;
  private final long lastTicks;

  private ChunkContents(ChunkSpan span, Metadata metadata, List<Long> checkpoints, long lastTicks) {
    this.span = span;
    this.metadata = metadata;
    this.checkpoints = checkpoints;
    this.lastTicks = lastTicks;
  }

  Metadata metadata() {
    return metadata;
  }

  /** Start of the last event that is there; known only if the chunk had to be walked. */
  long lastTicks() {
    return lastTicks;
  }

  /** Finds them; null if there are no readable metadata. */
  static ChunkContents find(ChunkSpan span, Window window) throws IOException {
    if (span.whole()) {
      try {
        return byHeader(span, window);
      } catch (MalformedException | IndexOutOfBoundsException e) {
        return byWalk(span, window);
      }
    }
    return byWalk(span, window);
  }

  private static ChunkContents byHeader(ChunkSpan span, Window window) throws IOException {
    ChunkHeader header = span.header();
    Cursor cursor = new Cursor(header.compressed());
    open(cursor, span, window, header.metadataOffset(), MetadataReader.TYPE_ID);
    Metadata metadata = MetadataReader.read(cursor);
    List<Long> checkpoints = new ArrayList<>();
    long at = header.constantsOffset();
    while (at != 0) {
      open(cursor, span, window, at, Constants.TYPE_ID);
      checkpoints.add(span.offsetBytes() + at);
      if (checkpoints.size() > MOST_CHECKPOINTS) {
        throw new MalformedException("a chain of checkpoints without end");
      }
      cursor.int64(); // start time
      cursor.int64(); // duration
      long delta = cursor.int64();
      at = delta == 0 ? 0 : at + delta;
    }
    Collections.reverse(checkpoints);
    return new ChunkContents(span, metadata, checkpoints, header.startTicks());
  }

  /** Puts the cursor behind the type id of the event at an offset from the chunk's begin. */
  private static void open(Cursor cursor, ChunkSpan span, Window window, long at, long typeId)
      throws IOException {
    if (at < ChunkHeader.BYTES || at >= span.lengthBytes()) {
      throw new MalformedException("offset " + at + " lies outside of the chunk");
    }
    long offset = span.offsetBytes() + at;
    int begin = window.at(offset, EventWalk.HEADER_BYTES);
    cursor.on(window.bytes(), begin, begin + EventWalk.HEADER_BYTES);
    int size = cursor.int32();
    if (size <= 0 || size > span.lengthBytes() - at || cursor.int64() != typeId) {
      throw new MalformedException("no event of type " + typeId + " at offset " + at);
    }
    int behind = cursor.position() - begin;
    begin = window.at(offset, size);
    cursor.on(window.bytes(), begin + behind, begin + size);
  }

  private static ChunkContents byWalk(ChunkSpan span, Window window) throws IOException {
    EventWalk walk = new EventWalk(window, span, (offset, lost, reason) -> {});
    Metadata metadata = null;
    List<Long> checkpoints = new ArrayList<>();
    long lastTicks = span.header().startTicks();
    while (walk.next()) {
      if (walk.typeId() == MetadataReader.TYPE_ID) {
        metadata = metadata(walk, metadata);
      } else if (walk.typeId() == Constants.TYPE_ID) {
        checkpoints.add(walk.offset());
      }
      lastTicks = Math.max(lastTicks, walk.startTicks());
    }
    return metadata == null ? null : new ChunkContents(span, metadata, checkpoints, lastTicks);
  }

  private static Metadata metadata(EventWalk walk, Metadata before) throws IOException {
    try {
      return MetadataReader.read(walk.load());
    } catch (MalformedException | IndexOutOfBoundsException e) {
      return before;
    }
  }

  /** Reads the constants; a checkpoint that cannot be read gives those before its fault. */
  Constants constants(Window window, EventWalk.Faults faults) throws IOException {
    ChunkHeader header = span.header();
    Constants constants = new Constants(metadata, header.compressed(), Ticks.of(header));
    Cursor cursor = new Cursor(header.compressed());
    for (long offset : checkpoints) {
      try {
        open(cursor, span, window, offset - span.offsetBytes(), Constants.TYPE_ID);
        constants.add(cursor);
      } catch (MalformedException | IndexOutOfBoundsException e) {
        faults.left(
            offset, Math.max(0, cursor.limit() - cursor.position()), "an unreadable checkpoint");
      }
    }
    return constants;
  }
}
