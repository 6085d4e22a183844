package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must be known before the first event is decoded: the metadata, and where the checkpoints
 * with the constants lie. A finished chunk's header leads to both; any other chunk is walked once
 * from begin to end.
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

  /** The metadata; null if there are none that can be read. */
  Metadata metadata() {
    return metadata;
  }

  /** Start of the last event; the chunk's where it was not walked or cannot be read. */
  long lastTicks() {
    return lastTicks;
  }

  static ChunkContents find(ChunkSpan span, Window window) throws IOException {
    Metadata metadata = metadataByHeader(span, window);
    if (span.whole() && metadata != null) {
      try {
        return byHeader(span, window, metadata);
      } catch (MalformedException | IndexOutOfBoundsException e) {
        return byWalk(span, window, metadata);
      }
    }
    return byWalk(span, window, metadata);
  }

  private static Metadata metadataByHeader(ChunkSpan span, Window window) throws IOException {
    Cursor cursor = new Cursor(span.header().compressed());
    try {
      open(cursor, span, window, span.header().metadataOffset(), MetadataReader.TYPE_ID);
      return MetadataReader.read(cursor);
    } catch (MalformedException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static ChunkContents byHeader(ChunkSpan span, Window window, Metadata metadata)
      throws IOException {
    ChunkHeader header = span.header();
    Cursor cursor = new Cursor(header.compressed());
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

  private static ChunkContents byWalk(ChunkSpan span, Window window, Metadata byHeader)
      throws IOException {
    Metadata first = byHeader == null ? anyMetadata(span, window) : byHeader;
    if (first == null) {
      return new ChunkContents(span, null, List.of(), span.header().startTicks());
    }
    boolean compressed = span.header().compressed();
    EventWalk walk =
        new EventWalk(window, span, new EventShapes(first, compressed), EventWalk.Faults.IGNORED);
    Metadata metadata = first;
    List<Long> checkpoints = new ArrayList<>();
    long lastTicks = span.header().startTicks();
    while (walk.next()) {
      if (walk.typeId() == MetadataReader.TYPE_ID) {
        // types may have been added since the one that the header leads to
        metadata = metadata(walk, metadata);
        walk.expect(new EventShapes(metadata, compressed));
      } else if (walk.typeId() == Constants.TYPE_ID) {
        checkpoints.add(walk.offset());
      }
      lastTicks = Math.max(lastTicks, walk.startTicks());
    }
    return new ChunkContents(span, metadata, checkpoints, lastTicks);
  }

  /** The last metadata that stand anywhere in the chunk, or those of the chunk before. */
  private static Metadata anyMetadata(ChunkSpan span, Window window) throws IOException {
    EventWalk walk = new EventWalk(window, span, EventShapes.ANY, EventWalk.Faults.IGNORED);
    Metadata metadata = null;
    while (walk.next()) {
      if (walk.typeId() == MetadataReader.TYPE_ID) {
        metadata = metadata(walk, metadata);
      }
    }
    if (metadata == null && span.predecessor() != null) {
      metadata = ofPredecessor(span, (contents, earlier) -> contents.metadata());
    }
    return metadata;
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
    Constants earlier =
        span.predecessor() == null ? null : ofPredecessor(span, ChunkContents::constants);
    Constants constants = new Constants(metadata, header.compressed(), Ticks.of(header), earlier);
    Cursor cursor = new Cursor(header.compressed());
    for (long offset : checkpoints) {
      try {
        open(cursor, span, window, offset - span.offsetBytes(), Constants.TYPE_ID);
        constants.add(cursor);
      } catch (MalformedException | IndexOutOfBoundsException e) {
        long lost = Math.max(0, cursor.limit() - cursor.position());
        faults.left(offset, lost, "an unreadable checkpoint");
      }
    }
    return constants;
  }

  private Constants constants(Window window) throws IOException {
    // its faults are told when it is read itself
    return metadata == null ? null : constants(window, EventWalk.Faults.IGNORED);
  }

  /** Something of the chunk before, whose ids of types, classes and threads still hold. */
  private interface Part<T> {
    T of(ChunkContents contents, Window window) throws IOException;
  }

  private static <T> T ofPredecessor(ChunkSpan span, Part<T> part) throws IOException {
    ChunkSpan before = span.predecessor();
    try (FileChannel channel = FileChannel.open(before.path(), READ)) {
      Window window = new Window(channel, before.endBytes());
      return part.of(find(before, window), window);
    }
  }
}
