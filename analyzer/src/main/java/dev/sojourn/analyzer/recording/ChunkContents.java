package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must be known before the first event is decoded: the metadata, and where the checkpoints
 * with the constants lie. A finished chunk's header leads to both; any other chunk is walked once
 * from begin to end.
 */
final class ChunkContents {
  private final ChunkSpan span;
  private final MetadataEvent metadata;
  private final List<Long> checkpoints;
  private final long lastTicks;

  private ChunkContents(
      ChunkSpan span, MetadataEvent metadata, List<Long> checkpoints, long lastTicks) {
    this.span = span;
    this.metadata = metadata;
    this.checkpoints = checkpoints;
    this.lastTicks = lastTicks;
  }

  /** The metadata; null if there are none that can be read. */
  Metadata metadata() {
    return metadata == null ? null : metadata.metadata();
  }

  MetadataEvent metadataEvent() {
    return metadata;
  }

  /** Start of the last event; the chunk's where it was not walked or cannot be read. */
  long lastTicks() {
    return lastTicks;
  }

  static ChunkContents find(ChunkSpan span, Window window) throws IOException {
    MetadataSearch search = new MetadataSearch(span, window);
    MetadataEvent byHeader = search.byHeader();
    if (span.whole() && byHeader != null) {
      ChunkContents contents = byHeader(span, window, byHeader);
      if (contents != null) {
        return contents;
      }
    }
    return byWalk(span, window, byHeader == null ? search.anywhere() : byHeader);
  }

  /** What the header leads to; null if that is not all right. */
  static ChunkContents byHeader(ChunkSpan span, Window window, MetadataEvent metadata)
      throws IOException {
    try {
      List<Long> checkpoints = chain(new ChunkBytes(span, window), span.header());
      return new ChunkContents(span, metadata, checkpoints, span.header().startTicks());
    } catch (MalformedException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static List<Long> chain(ChunkBytes bytes, ChunkHeader header) throws IOException {
    List<Long> checkpoints = new ArrayList<>();
    long at = header.constantsOffset();
    long behind = header.sizeBytes();
    while (at != 0) {
      Cursor cursor = bytes.head(at, Constants.TYPE_ID);
      if (at + bytes.size() > behind) {
        throw new MalformedException("checkpoints that overlap at offset " + at);
      }
      checkpoints.add(at);
      behind = at;
      cursor.int64(); // start time
      cursor.int64(); // duration
      long delta = cursor.int64();
      at = delta == 0 ? 0 : at + delta;
    }
    Collections.reverse(checkpoints);
    return checkpoints;
  }

  private static ChunkContents byWalk(ChunkSpan span, Window window, MetadataEvent first)
      throws IOException {
    List<Long> checkpoints = new ArrayList<>();
    long lastTicks = span.header().startTicks();
    if (first == null) {
      return new ChunkContents(span, null, checkpoints, lastTicks);
    }
    boolean compressed = span.header().compressed();
    EventShapes shapes = new EventShapes(first.metadata(), compressed);
    EventWalk walk = new EventWalk(window, span, shapes, EventWalk.Faults.IGNORED);
    MetadataEvent metadata = first;
    while (walk.next()) {
      if (walk.typeId() == MetadataReader.TYPE_ID) {
        // types may have been added since the one that the header leads to
        metadata = MetadataSearch.read(walk, metadata);
        walk.expect(new EventShapes(metadata.metadata(), compressed));
      } else if (walk.typeId() == Constants.TYPE_ID) {
        checkpoints.add(walk.offset() - span.offsetBytes());
      }
      lastTicks = Math.max(lastTicks, walk.startTicks());
    }
    return new ChunkContents(span, metadata, checkpoints, lastTicks);
  }

  /** Reads the constants; a checkpoint that cannot be read gives those before its fault. */
  Constants constants(Window window, EventWalk.Faults faults) throws IOException {
    ChunkHeader header = span.header();
    Constants constants =
        new Constants(
            metadata(),
            header.compressed(),
            Ticks.of(header),
            span.whole(),
            Neighbour.lazily(span, ChunkContents::constants));
    ChunkBytes bytes = new ChunkBytes(span, window);
    for (long at : checkpoints) {
      try {
        constants.add(bytes.event(at, Constants.TYPE_ID));
      } catch (MalformedException | IndexOutOfBoundsException e) {
        faults.left(span.offsetBytes() + at, bytes.size(), "an unreadable checkpoint");
      }
    }
    return constants;
  }

  private Constants constants(Window window) throws IOException {
    // its faults are told when it is read itself
    return metadata == null ? null : constants(window, EventWalk.Faults.IGNORED);
  }
}
