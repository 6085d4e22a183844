package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.EventSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads one chunk: its metadata, its constants, then its events one after the other. */
final class ChunkReader {
  /** An event type that is asked for. */
  private record Bound(EventKind kind, EventFields fields) {}

  private final ChunkSpan span;
  private final Window window;
  private final ChunkHeader header;
  private final Ticks ticks;
  private final List<Damage> damages = new ArrayList<>();
  private long events;
  private long lastTicks;

  private ChunkReader(ChunkSpan span, FileChannel channel) {
    this.span = span;
    this.window = new Window(channel, span.endBytes());
    this.header = span.header();
    this.ticks = Ticks.of(header);
    this.lastTicks = header.startTicks();
  }

  /** Reads a chunk into the sink that is opened for it; that is null if nothing can be read. */
  static <S extends EventSink> ReadChunk<S> read(
      ChunkSpan span, FileChannel channel, Function<Chunk, S> open) throws IOException {
    ChunkReader reader = new ChunkReader(span, channel);
    ChunkContents contents = ChunkContents.find(span, reader.window);
    if (contents == null) {
      long missing = span.header().finished() ? span.header().durationNanos() : -1;
      reader.damage(
          span.offsetBytes(), span.lengthBytes(), missing, "a chunk without readable metadata");
      return new ReadChunk<>(null, null, List.copyOf(reader.damages), 0);
    }
    Chunk chunk = reader.chunk(contents);
    S sink = open.apply(chunk);
    reader.events(contents, sink);
    return new ReadChunk<>(chunk, sink, List.copyOf(reader.damages), reader.events);
  }

  private Chunk chunk(ChunkContents contents) {
    long duration =
        header.finished()
            ? header.durationNanos()
            : Math.max(0, ticks.nanos(contents.lastTicks() - header.startTicks()));
    return new Chunk(
        header.identity(),
        span.name(),
        span.index(),
        span.offsetBytes(),
        header.startEpochNanos(),
        duration);
  }

  private void events(ChunkContents contents, EventSink sink) throws IOException {
    Map<Long, Bound> bound = bind(contents.metadata(), contents.constants(window, this::fault));
    EventWalk walk = new EventWalk(window, span, this::fault);
    walk.know(id -> id <= Constants.TYPE_ID || contents.metadata().type(id) != null);
    while (walk.next()) {
      Bound of = bound.get(walk.typeId());
      if (of != null) {
        deliver(of, walk, sink);
      }
    }
    finish();
  }

  private void deliver(Bound of, EventWalk walk, EventSink sink) throws IOException {
    dev.sojourn.analyzer.event.Event event;
    try {
      of.fields().read(walk.load());
      event = of.kind().decoder().apply(of.fields());
    } catch (MalformedException | IndexOutOfBoundsException e) {
      walk.reject("an unreadable event of type " + of.kind().name());
      return;
    }
    lastTicks = Math.max(lastTicks, of.fields().startTicks());
    events++;
    sink.accept(event);
  }

  private Map<Long, Bound> bind(Metadata metadata, Constants constants) {
    Map<Long, Bound> bound = new HashMap<>();
    for (Type type : metadata.types()) {
      EventKind kind = EventKinds.BY_NAME.get(type.name());
      if (kind != null && type.event()) {
        try {
          EventFields fields = new EventFields(type, kind.fields(), constants);
          bound.put(type.id(), new Bound(kind, fields));
        } catch (MalformedException e) {
          damage(span.offsetBytes(), 0, -1, "type " + type.name() + ": " + e.getMessage());
        }
      }
    }
    return bound;
  }

  /** States what the header tells beyond the events that were there. */
  private void finish() {
    if (!header.finished()) {
      damage(span.endBytes(), 0, -1, "unfinished chunk: what was not yet written is missing");
    } else if (!span.whole()) {
      long covered = ticks.nanos(lastTicks - header.startTicks());
      damage(
          span.endBytes(),
          header.sizeBytes() - span.lengthBytes(),
          Math.max(0, header.durationNanos() - covered),
          "the file ends in the middle of a chunk");
    }
  }

  private void fault(long offsetBytes, long lostBytes, String reason) {
    damage(offsetBytes, lostBytes, -1, reason);
  }

  private void damage(long offsetBytes, long lostBytes, long missingNanos, String reason) {
    damages.add(
        new Damage(span.name(), span.index(), offsetBytes, lostBytes, missingNanos, reason));
  }
}
