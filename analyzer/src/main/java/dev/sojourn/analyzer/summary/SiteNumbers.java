package dev.sojourn.analyzer.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of a file, each told once: parts name them by number, and sites name their frames by
 * number. Most of a summary would be stacks otherwise. Not thread-safe.
 */
final class SiteNumbers {
  private static final String FRAMES = "frames";
  private static final String SITES = "sites";

  private final Map<String, Integer> frames = new LinkedHashMap<>();
  private final Map<Site, Integer> numbers = new LinkedHashMap<>();
  private final List<Site> sites = new ArrayList<>();

  /** The number of a site, the next one if it has none yet. */
  int of(Site site) {
    Integer known = numbers.get(site);
    if (known != null) {
      return known;
    }
    frame(site.method());
    site.stack().forEach(this::frame);
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

  /** Adds both tables to an object: a site is its method, its line, and its stack. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(FRAMES);
    for (String frame : frames.keySet()) {
      json.writeString(frame);
    }
    json.writeEndArray();
    json.writeArrayFieldStart(SITES);
    for (Site site : sites) {
      List<String> stack = site.stack();
      int[] numbers = new int[2 + stack.size()];
      numbers[0] = frame(site.method());
      numbers[1] = site.line();
      for (int i = 0; i < stack.size(); i++) {
        numbers[2 + i] = frame(stack.get(i));
      }
      json.writeArray(numbers, 0, numbers.length);
    }
    json.writeEndArray();
  }

  /**
   * The sites of an object that both tables were added to.
   *
   * @throws SummaryFormatException if they do not belong together
   */
  static SiteNumbers read(JsonNode json) throws SummaryFormatException {
    List<String> frames = new ArrayList<>();
    json.path(FRAMES).forEach(frame -> frames.add(frame.asText().intern()));
    SiteNumbers read = new SiteNumbers();
    for (JsonNode numbers : json.path(SITES)) {
      List<String> stack = new ArrayList<>();
      for (int i = 2; i < numbers.size(); i++) {
        stack.add(frame(frames, numbers.get(i)));
      }
      String method = frame(frames, numbers.path(0));
      read.sites.add(new Site(method, numbers.path(1).asInt(), stack));
    }
    return read;
  }

  private static String frame(List<String> frames, JsonNode number) throws SummaryFormatException {
    int index = number.asInt(-1);
    if (index < 0 || index >= frames.size()) {
      throw new SummaryFormatException("not a whole summary: no frame " + number, null);
    }
    return frames.get(index);
  }

  private int frame(String name) {
    return frames.computeIfAbsent(name, key -> frames.size());
  }
}
