package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.DataLoss;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JvmInformation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a chunk covers. */
final class CoverageBuilder {
  private final Chunk chunk;
  private final Set<Jvm> jvms = new TreeSet<>();
  private long lostBytes;

  CoverageBuilder(Chunk chunk) {
    this.chunk = chunk;
  }

  void accept(Event event) {
    if (event instanceof JvmInformation jvm) {
      jvms.add(Jvm.of(jvm));
    } else if (event instanceof DataLoss loss) {
      lostBytes += loss.lostBytes();
    }
  }

  Coverage build() {
    long begin = chunk.startEpochNanos();
    Map<String, Span> chunks =
        Map.of(chunk.identity(), new Span(begin, begin + chunk.durationNanos()));
    return new Coverage(Map.of(chunk.path(), new Source(chunks, jvms, Set.of(), lostBytes)));
  }
}
