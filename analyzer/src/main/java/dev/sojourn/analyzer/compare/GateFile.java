package dev.sojourn.analyzer.compare;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.GateRule;
import dev.sojourn.analyzer.verdict.NamePattern;
import dev.sojourn.analyzer.verdict.Policy;
import dev.sojourn.analyzer.verdict.Tolerance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads gate files ({@code docs/gate.schema.json}). Every fault of a file is found and told, each
 * in one line, before anything is compared. Not thread-safe.
 */
public final class GateFile {
  private static final String SCHEMA = "sojourn-gate/1";
  private static final Set<String> GATE_KEYS =
      new TreeSet<>(Set.of("schema", "$schema", "falseAlarms", "missing", "defaults", "rules"));
  private static final Set<String> DEFAULTS_KEYS =
      new TreeSet<>(Set.of("tolerated", "leastEffect", "regressed", "inconclusive"));
  private static final Set<String> RULE_KEYS =
      new TreeSet<>(
          Set.of(
              "subject",
              "metric",
              "ignore",
              "tolerated",
              "leastEffect",
              "regressed",
              "inconclusive"));
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path path;
  private final List<String> faults = new ArrayList<>();

  private GateFile(Path path) {
    this.path = path;
  }

  /**
   * The gate in a file.
   *
   * @throws GateFileException if anything in it is wrong
   */
  public static Gate read(Path path) {
    GateFile file = new GateFile(path);
    Gate gate = file.gate(file.parse());
    file.stopIfFaulty();
    return gate;
  }

  private JsonNode parse() {
    try (InputStream in = Files.newInputStream(path)) {
      JsonNode root = JSON.readTree(in);
      if (!root.isObject()) {
        fault("", "a gate is an object; see docs/gate.md");
        stopIfFaulty();
      }
      return root;
    } catch (NoSuchFileException e) {
      fault("", "no such file");
    } catch (JsonProcessingException e) {
      fault("", JsonFault.words(e));
    } catch (IOException e) {
      fault("", "cannot be read: " + e.getMessage());
    }
    throw new GateFileException(faults);
  }

  private Gate gate(JsonNode root) {
    known(root, "", GATE_KEYS);
    if (!SCHEMA.equals(root.path("schema").asText())) {
      fault("schema", "must be \"" + SCHEMA + "\"");
    }
    JsonNode defaults = object(root, "defaults");
    known(defaults, "defaults", DEFAULTS_KEYS);
    Tolerance fallback = tolerance(defaults, "defaults", Tolerance.DEFAULT);
    double falseAlarms = ratio(root, "", "falseAlarms", Gate.FALSE_ALARM_RATIO);
    if (falseAlarms == 0) {
      fault("falseAlarms", "must be above 0; no comparison of measurements is never wrong");
    }
    return new Gate(
        rules(root.path("rules"), fallback),
        fallback,
        policy(root, "", "missing", Policy.PASS),
        falseAlarms);
  }

  private List<GateRule> rules(JsonNode node, Tolerance fallback) {
    if (!node.isMissingNode() && !node.isArray()) {
      fault("rules", "must be an array");
    }
    List<GateRule> rules = new ArrayList<>();
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      rules.add(rule(node.get(i), "rules[" + i + "]", fallback));
    }
    return rules;
  }

  private GateRule rule(JsonNode node, String place, Tolerance fallback) {
    if (!node.isObject()) {
      fault(place, "must be an object");
    }
    known(node, place, RULE_KEYS);
    if (!node.has("subject") && !node.has("metric")) {
      fault(place, "needs a subject or a metric, or it is for \"defaults\"");
    }
    Tolerance tolerance = tolerance(node, place, fallback);
    boolean ignore = ignore(node, place);
    return new GateRule(
        pattern(node, place, "subject"),
        pattern(node, place, "metric"),
        ignore ? Optional.empty() : Optional.of(tolerance));
  }

  private boolean ignore(JsonNode node, String place) {
    JsonNode ignore = node.path("ignore");
    if (!ignore.isMissingNode() && !ignore.isBoolean()) {
      fault(place + ".ignore", "must be true or false");
    }
    if (ignore.asBoolean(false) && DEFAULTS_KEYS.stream().anyMatch(node::has)) {
      fault(place + ".ignore", "leaves out what the rule's other keys ask for");
    }
    return ignore.asBoolean(false);
  }

  private Tolerance tolerance(JsonNode node, String place, Tolerance fallback) {
    return new Tolerance(
        ratio(node, place, "tolerated", fallback.toleratedRatio()),
        ratio(node, place, "leastEffect", fallback.leastEffectRatio()),
        policy(node, place, "regressed", fallback.regressed()),
        policy(node, place, "inconclusive", fallback.inconclusive()));
  }

  private JsonNode object(JsonNode parent, String key) {
    JsonNode node = parent.path(key);
    if (!node.isMissingNode() && !node.isObject()) {
      fault(key, "must be an object");
    }
    return node;
  }

  private void known(JsonNode node, String place, Set<String> keys) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                fault(at(place, key), "unknown key; known are " + String.join(", ", keys));
              }
            });
  }

  private NamePattern pattern(JsonNode node, String place, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return NamePattern.ANY;
    }
    if (!value.isTextual()) {
      fault(at(place, key), "must be a pattern such as \"order*\"");
    }
    return new NamePattern(value.asText());
  }

  private double ratio(JsonNode node, String place, String key, double fallback) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    double ratio = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(ratio >= 0 && ratio <= 1)) {
      fault(
          at(place, key),
          "is %s; a ratio from 0 to 1 is needed, such as 0.05 for 5 %%".formatted(value));
      return fallback;
    }
    return ratio;
  }

  private Policy policy(JsonNode node, String place, String key, Policy fallback) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    for (Policy policy : Policy.values()) {
      if (policy.label().equals(value.asText())) {
        return policy;
      }
    }
    fault(at(place, key), "is %s; \"pass\" or \"fail\" is needed".formatted(value));
    return fallback;
  }

  private void fault(String place, String what) {
    faults.add(path + ": " + (place.isEmpty() ? "" : place + ": ") + what);
  }

  private void stopIfFaulty() {
    if (!faults.isEmpty()) {
      throw new GateFileException(faults);
    }
  }

  private static String at(String place, String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
