package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What recordings consist of, whatever their events mean.
 *
 * @param chunks the chunks that can be read, in the order of their time
 * @param types the event types that have events, by name
 * @param settings the settings of each event type that were last in force, by type and name
 * @param duplicates the copies of chunks that were left out
 * @param damages what cannot be read
 * @param bytes size of all chunks
 */
public record Inventory(
    List<Chunk> chunks,
    SortedMap<String, TypeUse> types,
    SortedMap<String, SortedMap<String, String>> settings,
    List<ReadResult.Duplicate> duplicates,
    List<Damage> damages,
    long bytes) {

  /**
   * What the events of one type amount to.
   *
   * @param events how many there are
   * @param bytes the space that they take
   */
  public record TypeUse(long events, long bytes) {
    TypeUse plus(TypeUse other) {
      return new TypeUse(events + other.events, bytes + other.bytes);
    }
  }

  /** Takes the inventory of files and folders, as {@link RecordingReader} takes them. */
  public static Inventory of(List<Path> inputs, Progress progress) {
    try (InputFiles files = InputFiles.of(inputs)) {
      Chunks all = Chunks.of(files);
      Inventory inventory =
          new Inventory(
              new ArrayList<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              all.duplicates(),
              new ArrayList<>(all.damages()),
              all.bytes());
      long done = 0;
      for (ChunkSpan span : all.spans()) {
        inventory.add(span);
        done += span.lengthBytes();
        progress.read(done, all.bytes());
      }
      return inventory;
    }
  }

  /** How many events there are. */
  public long events() {
    return types.values().stream().mapToLong(TypeUse::events).sum();
  }

  private void add(ChunkSpan span) {
    try (FileChannel channel = FileChannel.open(span.path(), READ)) {
      ChunkInventory of = ChunkInventory.of(span, channel);
      damages.addAll(of.damages());
      if (of.chunk() != null) {
        chunks.add(of.chunk());
        of.types().forEach((name, use) -> types.merge(name, use, TypeUse::plus));
        of.settings().forEach(this::settle);
      }
    } catch (IOException e) {
      damages.add(Faults.unreadable(span.name(), e));
    }
  }

  private void settle(String type, Map<String, String> values) {
    settings.computeIfAbsent(type, name -> new TreeMap<>()).putAll(values);
  }
}
