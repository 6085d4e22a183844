package dev.sojourn.analyzer.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of a file, each told once: parts name them by number. Their stacks are a tree, from the
 * outermost frame inwards, since most of them begin alike; its nodes name their frames by number.
 * Most of a summary would be stacks otherwise. Not thread-safe.
 */
final class SiteNumbers {
  private static final String FRAMES = "frames";
  private static final String STACKS = "stacks";
  private static final String SITES = "sites";

  private final Map<String, Integer> frames = new LinkedHashMap<>();
  private final Map<Call, Integer> stacks = new LinkedHashMap<>();
  private final Map<Site, Integer> numbers = new LinkedHashMap<>();
  private final List<Site> sites = new ArrayList<>();

  /** A frame that a stack, by its number, called; number 0 is the empty stack. */
  private record Call(int frame, int caller) {}

  /** The number of a site, the next one if it has none yet. */
  int of(Site site) {
    Integer known = numbers.get(site);
    if (known != null) {
      return known;
    }
    stack(site);
    frame(site.method());
    numbers.put(site, sites.size());
    sites.add(site);
    return sites.size() - 1;
  }

  /**
   * The site of a number.
   *
   * @throws IllegalArgumentException if there is none
   */
  Site site(int number) {
    if (number < 0 || number >= sites.size()) {
      throw new IllegalArgumentException("no site has the number " + number);
    }
    return sites.get(number);
  }

  /**
   * Adds the tables to an object: of each stack its innermost frame, and how many numbers before it
   * the rest of it is; of each site its method, its line, and its stack.
   */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(FRAMES);
    for (String frame : frames.keySet()) {
      json.writeString(frame);
    }
    json.writeEndArray();
    json.writeArrayFieldStart(STACKS);
    for (Map.Entry<Call, Integer> stack : stacks.entrySet()) {
      json.writeNumber(stack.getKey().frame());
      json.writeNumber(stack.getValue() - stack.getKey().caller());
    }
    json.writeEndArray();
    json.writeArrayFieldStart(SITES);
    for (Site site : sites) {
      json.writeNumber(frame(site.method()));
      json.writeNumber(site.line());
      json.writeNumber(stack(site));
    }
    json.writeEndArray();
  }

  private int frame(String name) {
    return frames.computeIfAbsent(name, key -> frames.size());
  }

  private int stack(Site site) {
    int stack = 0;
    for (int i = site.stack().size() - 1; i >= 0; i--) {
      Call call = new Call(frame(site.stack().get(i)), stack);
      stack = stacks.computeIfAbsent(call, key -> stacks.size() + 1);
    }
    return stack;
  }

  /**
   * The sites of an object that the tables were added to.
   *
   * @throws SummaryFormatException if they do not belong together
   */
  static SiteNumbers read(JsonNode json) throws SummaryFormatException {
    List<String> frames = new ArrayList<>();
    json.path(FRAMES).forEach(frame -> frames.add(frame.asText().intern()));
    List<List<String>> stacks = stacks(json.path(STACKS), frames);
    SiteNumbers read = new SiteNumbers();
    JsonNode sites = json.path(SITES);
    for (int i = 0; i < sites.size(); i += 3) {
      String method = element(frames, sites.path(i), 0);
      List<String> stack = element(stacks, sites.path(i + 2), 0);
      read.sites.add(new Site(method, sites.path(i + 1).asInt(), stack));
    }
    return read;
  }

  /** All of them, innermost frame first. */
  private static List<List<String>> stacks(JsonNode json, List<String> frames)
      throws SummaryFormatException {
    List<List<String>> stacks = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < json.size(); i += 2) {
      List<String> stack = new ArrayList<>();
      stack.add(element(frames, json.path(i), 0));
      stack.addAll(element(stacks, json.path(i + 1), stacks.size()));
      if (stack.size() > Resolution.FULL.frames()) {
        throw new SummaryFormatException("not a whole summary: a stack without end", null);
      }
      stacks.add(stack);
    }
    return stacks;
  }

  /** The element of that number, or that many before another. */
  private static <T> T element(List<T> all, JsonNode number, int before)
      throws SummaryFormatException {
    int index = before == 0 ? number.asInt(-1) : before - number.asInt(-1);
    if (index < 0 || index >= all.size()) {
      throw new SummaryFormatException("not a whole summary: no frame " + number, null);
    }
    return all.get(index);
  }
}
