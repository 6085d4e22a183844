package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Coverage;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The entries of inputs. */
final class RecordingEntries {
  private RecordingEntries() {}

  static List<RecordingEntry> of(Summary summary, List<DuplicateChunk> duplicates) {
    List<String> common = new ArrayList<>(AgentCaveats.of(summary.agents()));
    common.addAll(SettingCaveats.of(summary.settings()));
    common.addAll(BoundCaveats.of(summary.bounds()));
    return summary.coverage().sources().entrySet().stream()
        .map(source -> entry(source, copies(source.getKey(), duplicates), common))
        .sorted(
            Comparator.comparingLong(RecordingEntry::startEpochNanos)
                .thenComparing(RecordingEntry::path))
        .toList();
  }

  private static RecordingEntry entry(
      Map.Entry<String, Source> input, List<String> copies, List<String> common) {
    Source source = input.getValue();
    List<String> caveats = new ArrayList<>(copies);
    if (source.lostBytes() > 0) {
      caveats.add("JFR lost " + Quantity.bytes(source.lostBytes()) + " of events.");
    }
    if (!source.chunks().isEmpty()) {
      caveats.addAll(common);
    }
    return new RecordingEntry(
        input.getKey(),
        source.chunks().size(),
        source.chunks().values().stream().mapToLong(s -> s.beginEpochNanos()).min().orElse(0),
        new Coverage(Map.of(input.getKey(), source)).coveredNanos(),
        source.jvms().stream()
            .map(RecordingEntries::name)
            .distinct()
            .collect(Collectors.joining("; ")),
        FaultText.of(source.damages()),
        caveats);
  }

  private static List<String> copies(String path, List<DuplicateChunk> duplicates) {
    Map<String, Long> chunksByFile = new TreeMap<>();
    duplicates.stream()
        .filter(duplicate -> duplicate.keptPath().equals(path))
        .forEach(duplicate -> chunksByFile.merge(duplicate.path(), 1L, Long::sum));
    return chunksByFile.entrySet().stream()
        .map(
            file -> file.getKey() + " repeats " + chunks(file.getValue()) + " of it, counted once.")
        .toList();
  }

  private static String chunks(long count) {
    return count == 1 ? "a chunk" : Quantity.count(count) + " chunks";
  }

  /** Such as {@code OpenJDK 64-Bit Server VM 17.0.15+6-Debian-1deb12u1}. */
  private static String name(Jvm jvm) {
    String version = jvm.version();
    int release = version.indexOf("JRE (");
    int end = release < 0 ? -1 : version.indexOf(')', release);
    return jvm.name() + " " + (end < 0 ? version : version.substring(release + 5, end));
  }
}
