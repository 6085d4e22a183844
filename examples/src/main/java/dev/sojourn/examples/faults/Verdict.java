package dev.sojourn.examples.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one report says, as far as it is scored.
 *
 * @param alarms the findings of warning level or above, strongest first
 * @param cannotTell the kinds that the recording cannot tell of
 */
record Verdict(List<Alarm> alarms, Set<String> cannotTell) {
  private static final Set<String> ALARMING = Set.of("warning", "critical");

  /** One finding. */
  record Alarm(String kind, List<String> jobs, Map<String, String> culprit) {
    boolean hasCulprit(Map<String, Pattern> expected) {
      return expected.entrySet().stream()
          .allMatch(
              field -> field.getValue().matcher(culprit.getOrDefault(field.getKey(), "")).find());
    }

    boolean hasVictims(List<Pattern> expected) {
      return expected.stream()
          .allMatch(victim -> jobs.stream().anyMatch(job -> victim.matcher(job).find()));
    }
  }

  static Verdict read(Path json) throws IOException {
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    List<Alarm> alarms = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      if (ALARMING.contains(finding.path("severity").asText())) {
        alarms.add(alarm(finding));
      }
    }
    Set<String> cannotTell = new TreeSet<>();
    for (JsonNode unknown : report.path("cannotTell")) {
      unknown.path("kinds").forEach(kind -> cannotTell.add(kind.asText()));
    }
    return new Verdict(alarms, cannotTell);
  }

  private static Alarm alarm(JsonNode finding) {
    List<String> jobs = new ArrayList<>();
    finding.path("jobs").forEach(job -> jobs.add(job.asText()));
    Map<String, String> culprit = new TreeMap<>();
    finding
        .path("culprit")
        .properties()
        .forEach(field -> culprit.put(field.getKey(), field.getValue().asText()));
    return new Alarm(finding.path("kind").asText(), jobs, culprit);
  }
}
