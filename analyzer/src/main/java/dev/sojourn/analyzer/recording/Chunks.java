package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The chunks of all inputs.
 *
 * @param spans one copy of each, the best, in the order of their time
 * @param duplicates the other copies
 * @param damages what is no chunk
 */
record Chunks(List<ChunkSpan> spans, List<ReadResult.Duplicate> duplicates, List<Damage> damages) {
  static Chunks of(InputFiles inputs) {
    List<ChunkSpan> all = new ArrayList<>();
    List<Damage> damages = new ArrayList<>(inputs.damages());
    for (InputFile file : inputs.files()) {
      try (FileChannel channel = FileChannel.open(file.path(), READ)) {
        ChunkScanner.Scan scan = ChunkScanner.scan(file, channel);
        all.addAll(scan.spans());
        damages.addAll(scan.damages());
      } catch (IOException e) {
        damages.add(Faults.unreadable(file.name(), e));
      }
    }
    Map<String, ChunkSpan> best = best(all);
    return new Chunks(ordered(best), duplicates(all, best), damages);
  }

  long bytes() {
    return spans.stream().mapToLong(ChunkSpan::lengthBytes).sum();
  }

  private static Map<String, ChunkSpan> best(List<ChunkSpan> all) {
    Map<String, ChunkSpan> best = new HashMap<>();
    for (ChunkSpan span : all) {
      best.merge(
          span.header().identity(), span, (kept, copy) -> copy.betterThan(kept) ? copy : kept);
    }
    return best;
  }

  @SuppressWarnings("ReferenceEquality")
  private static List<ReadResult.Duplicate> duplicates(
      List<ChunkSpan> all, Map<String, ChunkSpan> best) {
    List<ReadResult.Duplicate> duplicates = new ArrayList<>();
    for (ChunkSpan span : all) {
      ChunkSpan kept = best.get(span.header().identity());
      if (kept != span) {
        duplicates.add(new ReadResult.Duplicate(span.name(), span.index(), kept.name()));
      }
    }
    return duplicates;
  }

  private static List<ChunkSpan> ordered(Map<String, ChunkSpan> best) {
    Map<String, ChunkSpan> byEnd = new HashMap<>();
    Map<String, ChunkSpan> byBegin = new HashMap<>();
    for (ChunkSpan span : best.values()) {
      if (span.whole()) {
        byEnd.put(span.header().followedBy(), span);
        byBegin.put(span.header().follows(), span);
      }
    }
    return best.values().stream()
        .map(span -> span.beside(neighbour(span, byEnd, byBegin)))
        .sorted(
            Comparator.comparingLong((ChunkSpan span) -> span.header().startEpochNanos())
                .thenComparing(span -> span.header().identity()))
        .toList();
  }

  private static ChunkSpan neighbour(
      ChunkSpan span, Map<String, ChunkSpan> byEnd, Map<String, ChunkSpan> byBegin) {
    ChunkSpan before = byEnd.get(span.header().follows());
    return before == null ? byBegin.get(span.header().followedBy()) : before;
  }
}
