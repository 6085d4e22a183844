package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import java.util.List;
import java.util.function.Function;

/** What reading one chunk gave; without chunk and result where nothing could be read. */
record ReadChunk<R>(Chunk chunk, R result, List<Damage> damages, long events) {
  <T> ReadChunk<T> closedBy(Function<R, T> close) {
    return new ReadChunk<>(chunk, chunk == null ? null : close.apply(result), damages, events);
  }
}
