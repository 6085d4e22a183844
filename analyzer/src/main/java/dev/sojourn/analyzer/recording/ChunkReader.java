package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads one chunk: its metadata, its constants, then its events one after the other. */
final class ChunkReader<S> {
  /** An event type that is asked for. */
  private record Bound<S>(Selection<? super S> selection, EventFields fields) {}

  private final ChunkSpan span;
  private final Window window;
  private final ChunkDamages damages;
  private final Map<String, Selection<? super S>> selections = new HashMap<>();
  private long events;

  private ChunkReader(
      ChunkSpan span, FileChannel channel, Collection<? extends Selection<? super S>> asked) {
    this.span = span;
    this.window = new Window(channel, span.endBytes());
    this.damages = new ChunkDamages(span);
    asked.forEach(selection -> selections.put(selection.type(), selection));
  }

  /** Reads a chunk into the sink that is opened for it, if anything in it can be read. */
  static <S> ReadChunk<S> read(
      ChunkSpan span,
      FileChannel channel,
      Collection<? extends Selection<? super S>> asked,
      Function<Chunk, ? extends S> open)
      throws IOException {
    ChunkReader<S> reader = new ChunkReader<>(span, channel, asked);
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

  private void events(ChunkContents contents, S sink) throws IOException {
    TypeTable<Bound<S>> bound = bind(contents.metadata(), contents.constants(window, damages));
    EventShapes shapes = new EventShapes(contents.metadata(), span.header().compressed());
    EventWalk walk = new EventWalk(window, span, shapes, damages);
    while (walk.next()) {
      Bound<S> of = bound.get(walk.typeId());
      if (of != null) {
        deliver(of, walk, sink);
      }
    }
    damages.finish();
  }

  private void deliver(Bound<S> of, EventWalk walk, S sink) throws IOException {
    try {
      of.fields.read(walk.load());
      of.selection.taker().accept(sink, of.fields);
    } catch (MalformedException e) {
      walk.reject("an unreadable event of type " + of.selection.type());
      return;
    }
    damages.delivered(of.fields.startTicks());
    events++;
  }

  private TypeTable<Bound<S>> bind(Metadata metadata, Constants constants) {
    TypeTable<Bound<S>> bound = new TypeTable<>();
    for (Type type : metadata.types()) {
      Selection<? super S> selection = selections.get(type.name());
      if (selection != null && type.event()) {
        try {
          EventFields fields = new EventFields(type, selection.fields(), constants);
          bound.put(type.id(), new Bound<>(selection, fields));
        } catch (MalformedException e) {
          damages.note(span.offsetBytes(), 0, "type " + type.name() + ": " + e.getMessage());
        }
      }
    }
    return bound;
  }
}
