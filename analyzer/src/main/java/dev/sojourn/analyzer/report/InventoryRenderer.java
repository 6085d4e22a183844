package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.Inventory;
import dev.sojourn.analyzer.event.Inventory.TypeUse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What recordings consist of, as text. */
public final class InventoryRenderer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);
  private static final int EVENTS_END = 12;
  private static final int BYTES_END = 24;
  private static final int SHARE_END = 34;
  private static final int TYPE = 36;
  private static final int MAX_CHUNKS = 12;
  private static final int AGENT = 12;

  private final ZoneId zone;
  private final int widthColumns;
  private final boolean colour;

  /** Renders instants in a time zone, lines up to a width. */
  public InventoryRenderer(TextOptions options) {
    this.zone = options.zone();
    this.widthColumns = options.widthColumns();
    this.colour = options.colour();
  }

  /** The whole inventory; ends with a line break. */
  public String render(Inventory inventory) {
    Page page = new Page(widthColumns, colour);
    page.add(page.line().add(total(inventory), Style.STRONG));
    if (inventory.duplicates() > 0) {
      String copies = "left out, for they are there twice: ";
      page.add(page.line().add(copies + Quantity.count(inventory.duplicates()) + " chunks"));
    }
    for (Damage damage : inventory.damages()) {
      page.labelled(0, "lost", 6, DamageText.of(damage), Style.WARNING);
    }
    addAgent(page, inventory.agent());
    addChunks(page, inventory.chunks());
    addTypes(page, inventory);
    return page.toString();
  }

  private static String total(Inventory inventory) {
    List<Chunk> chunks = inventory.chunks();
    long begin = chunks.stream().mapToLong(Chunk::startEpochNanos).min().orElse(0);
    long end =
        chunks.stream().mapToLong(c -> c.startEpochNanos() + c.durationNanos()).max().orElse(0);
    return String.join(
        ", ",
        Quantity.count(chunks.size()) + (chunks.size() == 1 ? " chunk" : " chunks"),
        Quantity.bytes(inventory.bytes()),
        Quantity.nanos(end - begin),
        Quantity.count(inventory.events()) + " events",
        inventory.complete() ? "complete" : "INCOMPLETE");
  }

  private static void addAgent(Page page, AgentStatus agent) {
    if (agent == null) {
      return;
    }
    page.heading("agent", String.valueOf(agent.version()));
    page.labelled(2, "options", AGENT, Objects.requireNonNullElse(agent.options(), ""));
    page.labelled(2, "woven", AGENT, names(agent.woven(), agent.classes()));
    page.labelled(2, "monitors", AGENT, sentence(agent.monitors()));
    page.labelled(2, "failed", AGENT, sentence(agent.failures()), Style.WARNING);
  }

  private static String names(int count, String lines) {
    String classes = count + (count == 1 ? " class" : " classes");
    return lines == null ? classes : classes + ": " + lines.replace("\n", ", ");
  }

  private static String sentence(String lines) {
    return lines == null ? "" : lines.replace("\n", "; ");
  }

  private void addChunks(Page page, List<Chunk> chunks) {
    page.heading("chunks", "");
    for (Chunk chunk : chunks.subList(0, Math.min(MAX_CHUNKS, chunks.size()))) {
      Instant begin = Instant.ofEpochSecond(0, chunk.startEpochNanos());
      page.add(
          page.line()
              .at(2)
              .add(TIME.withZone(zone).format(begin))
              .endingAt(45, Quantity.nanos(chunk.durationNanos()))
              .at(47)
              .add(chunk.path() + " at byte " + chunk.offsetBytes()));
    }
    if (chunks.size() > MAX_CHUNKS) {
      page.add(page.line().at(2).add("and " + (chunks.size() - MAX_CHUNKS) + " more"));
    }
  }

  private static void addTypes(Page page, Inventory inventory) {
    page.heading("events", "");
    page.add(
        page.line()
            .endingAt(EVENTS_END, "events")
            .endingAt(BYTES_END, "bytes")
            .endingAt(SHARE_END, "share")
            .at(TYPE)
            .add("type and settings"));
    inventory.types().entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, TypeUse> e) -> -e.getValue().bytes())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> addType(page, inventory, entry.getKey(), entry.getValue()));
  }

  private static void addType(Page page, Inventory inventory, String name, TypeUse use) {
    page.add(
        page.line()
            .endingAt(EVENTS_END, Quantity.count(use.events()))
            .endingAt(BYTES_END, Quantity.bytes(use.bytes()))
            .endingAt(SHARE_END, Quantity.share((double) use.bytes() / inventory.bytes()))
            .at(TYPE)
            .add(name)
            .add(settings(inventory, name), Style.FAINT));
  }

  private static String settings(Inventory inventory, String type) {
    Map<String, String> settings =
        new LinkedHashMap<>(inventory.settings().getOrDefault(type, new TreeMap<>()));
    settings.remove("enabled", "true");
    settings.remove("stackTrace", "false");
    return settings.isEmpty() ? "" : "  " + settings.toString().replaceAll("[{}]", "");
  }
}
