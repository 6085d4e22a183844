package dev.sojourn.analyzer.recording;

import java.io.IOException;

/** Finds the metadata of a chunk: where its header says, or where they stand, or in a neighbour. */
final class MetadataSearch {
  private final ChunkSpan span;
  private final Window window;

  MetadataSearch(ChunkSpan span, Window window) {
    this.span = span;
    this.window = window;
  }

  /** The metadata that the header leads to; null if there are none that can be read. */
  MetadataEvent byHeader() throws IOException {
    ChunkBytes bytes = new ChunkBytes(span, window);
    try {
      Cursor cursor = bytes.event(span.header().metadataOffset(), MetadataReader.TYPE_ID);
      return MetadataEvent.read(cursor, bytes.size());
    } catch (MalformedException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** The last that stand anywhere in the chunk, or those of its neighbour; or null. */
  MetadataEvent anywhere() throws IOException {
    EventWalk walk = new EventWalk(window, span, EventShapes.ANY, EventWalk.Faults.IGNORED);
    MetadataEvent found = null;
    while (walk.next()) {
      if (walk.typeId() == MetadataReader.TYPE_ID) {
        found = read(walk, found);
      }
    }
    return found == null && span.neighbour() != null
        ? Neighbour.of(span, (contents, earlier) -> contents.metadataEvent())
        : found;
  }

  /** The metadata event that a walk has come to; another one if it cannot be read. */
  static MetadataEvent read(EventWalk walk, MetadataEvent orElse) throws IOException {
    try {
      return MetadataEvent.read(walk.load(), walk.size());
    } catch (MalformedException | IndexOutOfBoundsException e) {
      return orElse;
    }
  }
}
