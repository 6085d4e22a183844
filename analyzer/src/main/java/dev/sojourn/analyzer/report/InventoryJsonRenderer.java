package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Inventory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What recordings consist of, as JSON ({@code sojourn-info/1}); docs/reading.md describes it. */
public final class InventoryJsonRenderer {
  private static final String SCHEMA = "sojourn-info/1";

  /** The whole inventory; ends with a line break. */
  public String render(Inventory inventory) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(JsonRenderer.printer());
      JsonOutput out = new JsonOutput(generator);
      out.object(() -> write(inventory, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(Inventory inventory, JsonOutput out) throws IOException {
    out.text("schema", SCHEMA);
    out.flag("complete", inventory.complete());
    out.number("bytes", inventory.bytes());
    out.number("events", inventory.events());
    out.number("duplicateChunks", inventory.duplicates());
    out.array("damages", inventory.damages(), damage -> write(damage, out));
    out.array("chunks", inventory.chunks(), chunk -> write(chunk, out));
    List<Map.Entry<String, Inventory.TypeUse>> types = List.copyOf(inventory.types().entrySet());
    out.array("types", types, type -> write(type, inventory, out));
  }

  private static void write(Damage damage, JsonOutput out) throws IOException {
    out.text("path", damage.path());
    if (damage.chunkIndex() >= 0) {
      out.number("chunk", damage.chunkIndex());
    }
    out.number("offsetBytes", damage.offsetBytes());
    out.number("lostBytes", damage.lostBytes());
    if (damage.missingNanos() >= 0) {
      out.millis("missingMillis", damage.missingNanos());
    }
    out.text("reason", damage.reason());
  }

  private static void write(Chunk chunk, JsonOutput out) throws IOException {
    out.text("path", chunk.path());
    out.number("chunk", chunk.index());
    out.number("offsetBytes", chunk.offsetBytes());
    out.instant("startTime", chunk.startEpochNanos());
    out.millis("durationMillis", chunk.durationNanos());
  }

  private static void write(
      Map.Entry<String, Inventory.TypeUse> type, Inventory inventory, JsonOutput out)
      throws IOException {
    out.text("type", type.getKey());
    out.number("events", type.getValue().events());
    out.number("bytes", type.getValue().bytes());
    Map<String, String> settings =
        inventory.settings().getOrDefault(type.getKey(), new TreeMap<>());
    out.object(
        "settings",
        () -> {
          for (Map.Entry<String, String> setting : settings.entrySet()) {
            out.text(setting.getKey(), setting.getValue());
          }
        });
  }
}
