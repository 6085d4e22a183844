package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.EventSink;
import java.util.List;

/** What reading one chunk gave; without chunk and sink where nothing could be read. */
record ReadChunk<S extends EventSink>(Chunk chunk, S sink, List<Damage> damages, long events) {}
