package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
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
    List<Damage> damages) {
  private static final EventKind SETTING = EventKinds.BY_NAME.get("jdk.ActiveSetting");

  static ChunkInventory of(ChunkSpan span, FileChannel channel) throws IOException {
    Window window = new Window(channel, span.endBytes());
    ChunkDamages damages = new ChunkDamages(span);
    ChunkContents contents = ChunkContents.find(span, window);
    if (contents.metadata() == null) {
      damages.unreadable();
      return new ChunkInventory(null, Map.of(), Map.of(), damages.damages());
    }
    Map<String, TypeUse> types = new HashMap<>();
    Map<String, Map<String, String>> settings = new HashMap<>();
    Constants constants = contents.constants(window, damages);
    EventShapes shapes = new EventShapes(contents.metadata(), span.header().compressed());
    EventWalk walk = new EventWalk(window, span, shapes, damages);
    while (walk.next()) {
      types.merge(
          name(walk.typeId(), contents.metadata()), new TypeUse(1, walk.size()), TypeUse::plus);
      damages.delivered(walk.startTicks());
      addSetting(walk, contents.metadata(), constants, settings);
    }
    damages.finish();
    return new ChunkInventory(
        ChunkReader.chunk(span, contents), types, settings, damages.damages());
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

  private static void addSetting(
      EventWalk walk,
      Metadata metadata,
      Constants constants,
      Map<String, Map<String, String>> settings)
      throws IOException {
    Type type = metadata.type(walk.typeId());
    if (type == null || !type.name().equals(SETTING.name())) {
      return;
    }
    try {
      EventFields fields = new EventFields(type, SETTING.fields(), constants);
      fields.read(walk.load());
      Setting setting = (Setting) SETTING.decoder().apply(fields);
      if (setting.eventType() != null && setting.name() != null) {
        settings
            .computeIfAbsent(setting.eventType(), name -> new TreeMap<>())
            .put(setting.name(), String.valueOf(setting.value()));
      }
    } catch (MalformedException | IndexOutOfBoundsException e) {
      walk.reject("an unreadable event of type " + SETTING.name());
    }
  }
}
