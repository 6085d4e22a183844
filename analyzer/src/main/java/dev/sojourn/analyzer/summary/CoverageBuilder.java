package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.DataLoss;
import dev.sojourn.analyzer.event.JvmInformation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a chunk covers. */
final class CoverageBuilder {
  private final Chunk chunk;
  private final SortedSet<Jvm> jvms = new TreeSet<>();
  private final Set<Damage> damages = new HashSet<>();
  private long lostBytes;

  CoverageBuilder(Chunk chunk) {
    this.chunk = chunk;
  }

  void accept(JvmInformation jvm) {
    jvms.add(Jvm.of(jvm));
  }

  void accept(DataLoss loss) {
    lostBytes += loss.lostBytes();
  }

  /** Notes that an event of the chunk made no sense; the rest counts. */
  void addDamage(String reason) {
    damages.add(new Damage(chunk.path(), chunk.index(), chunk.offsetBytes(), 0, -1, reason));
  }

  /** Names the JVM: by its process and start, or else by the file. */
  String jvm() {
    return jvms.isEmpty() ? chunk.path() : jvms.iterator().next().identity();
  }

  Coverage build() {
    long begin = chunk.startEpochNanos();
    Map<String, Span> chunks =
        Map.of(chunk.identity(), new Span(begin, begin + chunk.durationNanos()));
    return new Coverage(Map.of(chunk.path(), new Source(chunks, jvms, damages, lostBytes)));
  }
}
