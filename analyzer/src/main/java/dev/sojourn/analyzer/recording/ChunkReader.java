package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.EventSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.function.Function;

/** Reads one chunk: its metadata, its constants, then its events one after the other. */
final class ChunkReader {
  /** An event type that is asked for. */
  private record Bound(EventKind kind, EventFields fields) {}

  private final ChunkSpan span;
  private final Window window;
  private final ChunkDamages damages;
  private long events;

  private ChunkReader(ChunkSpan span, FileChannel channel) {
    this.span = span;
    this.window = new Window(channel, span.endBytes());
    this.damages = new ChunkDamages(span);
  }

  /** Reads a chunk into the sink that is opened for it, if anything in it can be read. */
  static <S extends EventSink> ReadChunk<S> read(
      ChunkSpan span, FileChannel channel, Function<Chunk, S> open) throws IOException {
    ChunkReader reader = new ChunkReader(span, channel);
    ChunkContents contents = ChunkContents.find(span, reader.window);
    if (contents.metadata() == null) {
      reader.damages.unreadable();
      return new ReadChunk<>(null, null, reader.damages.damages(), 0);
    }
    Chunk chunk = chunk(span, contents);
    S sink = open.apply(chunk);
    reader.events(contents, sink);
    return new ReadChunk<>(chunk, sink, reader.damages.damages(), reader.events);
  }

  static Chunk chunk(ChunkSpan span, ChunkContents contents) {
    ChunkHeader header = span.header();
    long durationNanos =
        header.finished()
            ? header.durationNanos()
            : Ticks.of(header).sinceStartNanos(contents.lastTicks());
    return new Chunk(
        header.identity(),
        span.name(),
        span.index(),
        span.offsetBytes(),
        header.startEpochNanos(),
        durationNanos);
  }

  private void events(ChunkContents contents, EventSink sink) throws IOException {
    TypeTable<Bound> bound = bind(contents.metadata(), contents.constants(window, damages));
    EventShapes shapes = new EventShapes(contents.metadata(), span.header().compressed());
    EventWalk walk = new EventWalk(window, span, shapes, damages);
    while (walk.next()) {
      Bound of = bound.get(walk.typeId());
      if (of != null) {
        deliver(of, walk, sink);
      }
    }
    damages.finish();
  }

  private void deliver(Bound of, EventWalk walk, EventSink sink) throws IOException {
    Event event;
    try {
      of.fields().read(walk.load());
      event = of.kind().decoder().apply(of.fields());
    } catch (MalformedException | IndexOutOfBoundsException e) {
      walk.reject("an unreadable event of type " + of.kind().name());
      return;
    }
    damages.delivered(of.fields().startTicks());
    events++;
    sink.accept(event);
  }

  private TypeTable<Bound> bind(Metadata metadata, Constants constants) {
    TypeTable<Bound> bound = new TypeTable<>();
    for (Type type : metadata.types()) {
      EventKind kind = EventKinds.BY_NAME.get(type.name());
      if (kind != null && type.event()) {
        try {
          EventFields fields = new EventFields(type, kind.fields(), constants);
          bound.put(type.id(), new Bound(kind, fields));
        } catch (MalformedException e) {
          damages.note(span.offsetBytes(), 0, "type " + type.name() + ": " + e.getMessage());
        }
      }
    }
    return bound;
  }
}
