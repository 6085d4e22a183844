package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a diff says as SARIF 2.1.0, for code scanning: a result for each regression and for whatever
 * else breaches the gate.
 */
public final class DiffSarifRenderer {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private static final String MISSING = "missing";

  private static final SortedMap<String, String> RULES =
      new TreeMap<>(
          Map.of(
              Answer.REGRESSED.label(),
              "A metric is surely worse than tolerated.",
              Answer.INCONCLUSIVE.label(),
              "The gate asks for an answer that the data do not give.",
              MISSING,
              "The candidate lacks a metric that the baseline has."));

  /** What is shown in one place. */
  private record Result(String rule, String level, String name, String sentence) {
    static Result of(Verdict verdict) {
      String level = verdict.breached() ? "error" : "warning";
      String name = Change.name(verdict.metric());
      return new Result(verdict.answer().label(), level, name, Change.sentence(verdict));
    }

    static Result ofMissing(Metric metric) {
      return new Result(MISSING, "error", Change.name(metric), "is not in the candidate");
    }
  }

  private final String version;
  private final String artifact;

  /**
   * A renderer.
   *
   * @param version of Sojourn
   * @param artifact path of the file that results are shown at, such as the gate's: code scanning
   *     shows no result that has no file
   */
  public DiffSarifRenderer(String version, String artifact) {
    this.version = version;
    this.artifact = artifact;
  }

  /** The whole comparison; ends with a line break. */
  public String render(Comparison comparison) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(JsonRenderer.printer());
      write(new JsonOutput(generator), results(comparison));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static List<Result> results(Comparison comparison) {
    Stream<Result> verdicts =
        comparison.verdicts().stream()
            .filter(verdict -> verdict.breached() || verdict.answer() == Answer.REGRESSED)
            .map(Result::of);
    Stream<Result> missing =
        comparison.missing().stream()
            .filter(metric -> comparison.missingBreached())
            .map(Result::ofMissing);
    return Stream.concat(verdicts, missing).toList();
  }

  private void write(JsonOutput out, List<Result> results) throws IOException {
    out.object(
        () -> {
          out.text("version", "2.1.0");
          out.text("$schema", SCHEMA);
          out.array("runs", List.of(results), run -> run(out, run));
        });
  }

  private void run(JsonOutput out, List<Result> results) throws IOException {
    out.object(
        "tool",
        () ->
            out.object(
                "driver",
                () -> {
                  out.text("name", "Sojourn");
                  out.text("semanticVersion", version);
                  out.array(
                      "rules",
                      List.copyOf(RULES.entrySet()),
                      rule -> rule(out, rule.getKey(), rule.getValue()));
                }));
    out.array("results", results, result -> result(out, result));
  }

  private static void rule(JsonOutput out, String id, String words) throws IOException {
    out.text("id", id);
    out.object("shortDescription", () -> out.text("text", words));
  }

  private void result(JsonOutput out, Result result) throws IOException {
    out.text("ruleId", result.rule());
    out.text("level", result.level());
    out.object("message", () -> out.text("text", result.name() + " " + result.sentence()));
    out.array("locations", List.of(result.name()), location -> location(out, location));
    out.object("partialFingerprints", () -> out.text("metric/v1", result.name()));
  }

  private void location(JsonOutput out, String name) throws IOException {
    out.object(
        "physicalLocation",
        () -> {
          out.object("artifactLocation", () -> out.text("uri", artifact));
          out.object("region", () -> out.number("startLine", 1));
        });
    out.array("logicalLocations", List.of(name), each -> out.text("fullyQualifiedName", each));
  }
}
