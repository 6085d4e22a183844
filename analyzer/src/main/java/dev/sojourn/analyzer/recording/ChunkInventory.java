package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.Inventory.TypeUse;
import dev.sojourn.analyzer.event.Setting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one chunk consists of; without a chunk where none of it can be read. */
record ChunkInventory(
    Chunk chunk,
    Map<String, TypeUse> types,
    Map<String, Map<String, String>> settings,
    AgentStatus agent,
    List<Damage> damages) {
  private static final EventKind SETTING = EventKinds.BY_NAME.get("jdk.ActiveSetting");
  private static final EventKind AGENT = EventKinds.BY_NAME.get("sojourn.AgentStatus");

  static ChunkInventory of(ChunkSpan span, FileChannel channel) throws IOException {
    Window window = new Window(channel, span.endBytes());
    ChunkDamages damages = new ChunkDamages(span);
    ChunkContents contents = ChunkContents.find(span, window);
    if (contents.metadata() == null) {
      damages.unreadable();
      return new ChunkInventory(null, Map.of(), Map.of(), null, damages.damages());
    }
    Map<String, TypeUse> types = new HashMap<>();
    Map<String, Map<String, String>> settings = new HashMap<>();
    Constants constants = contents.constants(window, damages);
    EventShapes shapes = new EventShapes(contents.metadata(), span.header().compressed());
    EventWalk walk = new EventWalk(window, span, shapes, damages);
    AgentStatus agent = null;
    while (walk.next()) {
      types.merge(
          name(walk.typeId(), contents.metadata()), new TypeUse(1, walk.size()), TypeUse::plus);
      damages.delivered(walk.startTicks());
      Event told = decoded(walk, contents.metadata(), constants);
      if (told instanceof Setting setting) {
        add(setting, settings);
      } else if (told instanceof AgentStatus status) {
        agent = status;
      }
    }
    damages.finish();
    return new ChunkInventory(
        ChunkReader.chunk(span, contents), types, settings, agent, damages.damages());
  }

  private static String name(long typeId, Metadata metadata) {
    if (typeId == MetadataReader.TYPE_ID) {
      return "(metadata)";
    }
    if (typeId == Constants.TYPE_ID) {
      return "(constants)";
    }
    Type type = metadata.type(typeId);
    return type == null ? "(unknown type " + typeId + ")" : type.name();
  }

  /** The event, if it is of a type that tells about the recording itself; else null. */
  private static Event decoded(EventWalk walk, Metadata metadata, Constants constants)
      throws IOException {
    Type type = metadata.type(walk.typeId());
    EventKind kind = type == null ? null : kind(type.name());
    if (kind == null) {
      return null;
    }
    try {
      EventFields fields = new EventFields(type, kind.fields(), constants);
      fields.read(walk.load());
      return kind.decoder().apply(fields);
    } catch (MalformedException | IndexOutOfBoundsException e) {
      walk.reject("an unreadable event of type " + kind.name());
      return null;
    }
  }

  private static EventKind kind(String type) {
    if (type.equals(SETTING.name())) {
      return SETTING;
    }
    return type.equals(AGENT.name()) ? AGENT : null;
  }

  private static void add(Setting setting, Map<String, Map<String, String>> settings) {
    if (setting.eventType() != null && setting.name() != null) {
      settings
          .computeIfAbsent(setting.eventType(), name -> new TreeMap<>())
          .put(setting.name(), String.valueOf(setting.value()));
    }
  }
}
