package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** Chunks in which nothing is wrong, as far as their bytes can tell. */
final class WholeChunk {
  private static final int STEP_BYTES = 1 << 20;

  private WholeChunk() {}

  /** Whether the header leads to metadata and constants and every event fits its type. */
  static boolean holds(ChunkSpan span, FileChannel channel) throws IOException {
    HeaderSearch search = new HeaderSearch(channel, channel.size());
    if (!span.whole() || !span.header().equals(search.header(span.offsetBytes()))) {
      return false;
    }
    Window window = new Window(channel, span.endBytes());
    MetadataEvent metadata = new MetadataSearch(span, window).byHeader();
    ChunkContents contents =
        metadata == null ? null : ChunkContents.byHeader(span, window, metadata);
    if (contents == null) {
      return false;
    }
    AtomicBoolean fault = new AtomicBoolean();
    EventWalk.Faults faults = (offset, lost, reason) -> fault.set(true);
    contents.constants(window, faults);
    EventShapes shapes = new EventShapes(contents.metadata(), span.header().compressed());
    EventWalk walk = new EventWalk(window, span, shapes, faults);
    while (!fault.get() && walk.next()) {
      if (!shapes.fits(walk.typeId(), walk.load())) {
        return false;
      }
    }
    return !fault.get();
  }

  static void copy(ChunkSpan span, FileChannel channel, RecoveredFile out) throws IOException {
    Window window = new Window(channel, span.endBytes());
    for (long at = span.offsetBytes(); at < span.endBytes(); at += STEP_BYTES) {
      int length = (int) Math.min(STEP_BYTES, span.endBytes() - at);
      int position = window.at(at, length);
      out.append(window.bytes(), position, length);
    }
  }
}
