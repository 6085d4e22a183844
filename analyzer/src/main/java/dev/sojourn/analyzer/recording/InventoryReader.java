package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Inventory;
import dev.sojourn.analyzer.event.Inventory.TypeUse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the inventory of recordings: every chunk and every event type, asked for or not. */
public final class InventoryReader {
  private final List<Chunk> chunks = new ArrayList<>();
  private final SortedMap<String, TypeUse> types = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
  private final List<Damage> damages = new ArrayList<>();
  private AgentStatus agent;

  private InventoryReader() {}

  /** Reads files and folders, as {@link RecordingReader} takes them. Faults become damages. */
  public static Inventory read(List<Path> inputs, Progress progress) {
    try (InputFiles files = InputFiles.of(inputs)) {
      return new InventoryReader().read(Chunks.of(files), progress);
    }
  }

  private Inventory read(Chunks all, Progress progress) {
    damages.addAll(all.damages());
    long done = 0;
    for (ChunkSpan span : all.spans()) {
      add(span);
      done += span.lengthBytes();
      progress.read(done, all.bytes());
    }
    return new Inventory(
        chunks, types, settings, agent, all.duplicates().size(), damages, all.bytes());
  }

  private void add(ChunkSpan span) {
    try (FileChannel channel = FileChannel.open(span.path(), READ)) {
      ChunkInventory of = ChunkInventory.of(span, channel);
      damages.addAll(of.damages());
      if (of.chunk() != null) {
        chunks.add(of.chunk());
        of.types().forEach((name, use) -> types.merge(name, use, TypeUse::plus));
        of.settings().forEach(this::settle);
        agent = of.agent() == null ? agent : of.agent();
      }
    } catch (IOException e) {
      damages.add(Faults.unreadable(span.name(), e));
    }
  }

  private void settle(String type, Map<String, String> values) {
    settings.computeIfAbsent(type, name -> new TreeMap<>()).putAll(values);
  }
}
