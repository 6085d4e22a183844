package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was read: files, chunks, the time that they cover.
 *
 * @param sources the files, by path
 */
public record Coverage(Map<String, Source> sources) implements Part<Coverage> {
  /** Nothing. */
  public static final Coverage EMPTY = new Coverage(Map.of());

  /** Sorts and copies. */
  public Coverage {
    sources = Sums.sorted(sources);
  }

  /** Time of each chunk, by its identity. */
  public Map<String, Span> chunks() {
    Map<String, Span> chunks = new TreeMap<>();
    sources.values().forEach(source -> chunks.putAll(source.chunks()));
    return chunks;
  }

  /** The same with chunks that follow one another told as one, by the identity of the first. */
  public Coverage outlined() {
    SortedMap<String, Source> outline = new TreeMap<>();
    sources.forEach((path, source) -> outline.put(path, outlined(source)));
    return new Coverage(outline);
  }

  private static Source outlined(Source source) {
    Map<Long, String> identities = new TreeMap<>();
    source
        .chunks()
        .forEach((identity, span) -> identities.putIfAbsent(span.beginEpochNanos(), identity));
    SortedMap<String, Span> stretches = new TreeMap<>();
    for (Span stretch : new Coverage(Map.of("", source)).spans()) {
      stretches.put(identities.get(stretch.beginEpochNanos()), stretch);
    }
    return new Source(stretches, source.jvms(), source.damages(), source.lostBytes());
  }

  /** The time that is covered: disjoint, in order. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Span next : new TreeSet<>(chunks().values())) {
      Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last == null || next.beginEpochNanos() > last.endEpochNanos()) {
        spans.add(next);
      } else {
        long end = Math.max(last.endEpochNanos(), next.endEpochNanos());
        spans.set(spans.size() - 1, new Span(last.beginEpochNanos(), end));
      }
    }
    return spans;
  }

  /** Length of the time that is covered; what several files cover counts once. */
  public long coveredNanos() {
    return spans().stream().mapToLong(Span::nanos).sum();
  }

  /**
   * The sum of both.
   *
   * @throws DuplicateChunkException if a chunk is in both
   */
  @Override
  public Coverage plus(Coverage other) {
    Map<String, Span> chunks = chunks();
    for (String identity : other.chunks().keySet()) {
      if (chunks.containsKey(identity)) {
        throw new DuplicateChunkException(identity);
      }
    }
    return new Coverage(Sums.ofParts(sources, other.sources));
  }
}
