package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * Writes a damaged or unfinished chunk anew: its whole events in their order, its checkpoints in a
 * new chain, its metadata and a last checkpoint at the end, a header that leads to both.
 */
final class ChunkRecovery {
  private final ChunkSpan span;
  private final ChunkHeader header;
  private final Window window;
  private final RecoveredFile out;
  private final ChunkDamages damages;
  private final long chunkAt;
  private long lastCheckpoint;
  private long lastTicks;
  private long events;

  private ChunkRecovery(ChunkSpan span, FileChannel channel, RecoveredFile out) {
    this.span = span;
    this.header = span.header();
    this.window = new Window(channel, span.endBytes());
    this.out = out;
    this.damages = new ChunkDamages(span);
    this.chunkAt = out.position();
    this.lastTicks = header.startTicks();
  }

  /** What came of a chunk; nothing was written if it has no events. */
  record Recovered(long events, List<Damage> damages) {}

  static Recovered recover(ChunkSpan span, FileChannel channel, RecoveredFile out)
      throws IOException {
    return new ChunkRecovery(span, channel, out).recover();
  }

  private Recovered recover() throws IOException {
    ChunkContents contents = ChunkContents.find(span, window);
    if (contents.metadata() == null) {
      damages.unreadable();
    } else {
      out.append(new byte[ChunkHeader.BYTES]);
      copyEvents(contents);
      finish(contents);
      damages.finish();
    }
    return new Recovered(events, damages.damages());
  }

  private void copyEvents(ChunkContents contents) throws IOException {
    EventShapes shapes = new EventShapes(contents.metadata(), header.compressed());
    EventWalk walk = new EventWalk(window, span, shapes, damages);
    while (walk.next()) {
      if (walk.typeId() == Constants.TYPE_ID) {
        copyCheckpoint(walk, contents.metadata());
      } else if (walk.typeId() != MetadataReader.TYPE_ID) {
        copyEvent(walk, shapes);
      }
    }
  }

  private void copyEvent(EventWalk walk, EventShapes shapes) throws IOException {
    long startTicks = walk.startTicks();
    Cursor cursor = walk.load();
    int from = cursor.limit() - walk.size();
    if (shapes.fits(walk.typeId(), cursor)) {
      out.append(cursor.bytes(), from, walk.size());
      lastTicks = Math.max(lastTicks, startTicks);
      damages.delivered(startTicks);
      events++;
    } else {
      walk.reject("an event whose fields do not fill it");
    }
  }

  private void copyCheckpoint(EventWalk walk, Metadata metadata) throws IOException {
    Cursor cursor = walk.load();
    int begin = cursor.position();
    try {
      new Constants(metadata, header.compressed(), Ticks.of(header), true, () -> null).add(cursor);
      cursor.position(begin);
      checkpoint(cursor);
    } catch (MalformedException | IndexOutOfBoundsException e) {
      walk.reject("an unreadable checkpoint");
    }
  }

  private void checkpoint(Cursor from) throws IOException {
    Encoder fields = new Encoder(header.compressed());
    fields.int64(from.int64()).int64(from.int64());
    from.int64(); // where the one before it lay
    fields.int64(toLastCheckpoint());
    fields.raw(from.bytes(), from.position(), from.limit() - from.position());
    lastCheckpoint = out.position();
    out.append(fields.event(Constants.TYPE_ID));
  }

  private long toLastCheckpoint() {
    return lastCheckpoint == 0 ? 0 : lastCheckpoint - out.position();
  }

  private void finish(ChunkContents contents) throws IOException {
    long metadataAt = out.position() - chunkAt;
    out.append(contents.metadataEvent().bytes());
    Encoder empty = new Encoder(header.compressed());
    empty.int64(lastTicks).int64(0).int64(toLastCheckpoint()).int8(0).int32(0);
    long constantsAt = out.position() - chunkAt;
    out.append(empty.event(Constants.TYPE_ID));
    out.replace(chunkAt, header(metadataAt, constantsAt));
  }

  private ByteBuffer header(long metadataAt, long constantsAt) {
    long durationNanos =
        header.finished() ? header.durationNanos() : Ticks.of(header).sinceStartNanos(lastTicks);
    return ByteBuffer.allocate(ChunkHeader.BYTES)
        .putInt(ChunkHeader.MAGIC)
        .putShort((short) header.major())
        .putShort((short) header.minor())
        .putLong(out.position() - chunkAt)
        .putLong(constantsAt)
        .putLong(metadataAt)
        .putLong(header.startEpochNanos())
        .putLong(durationNanos)
        .putLong(header.startTicks())
        .putLong(header.ticksPerSecond())
        .putInt(header.compressed() ? 1 : 0)
        .flip();
  }
}
