package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a diff says as SARIF 2.1.0, for code scanning: a result for each regression and for whatever
 * else breaches the gate.
 */
public final class DiffSarifRenderer {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

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
    List<Verdict> results =
        comparison.verdicts().stream()
            .filter(verdict -> verdict.breached() || verdict.answer() == Answer.REGRESSED)
            .toList();
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(JsonRenderer.printer());
      write(new JsonOutput(generator), results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void write(JsonOutput out, List<Verdict> results) throws IOException {
    out.object(
        () -> {
          out.text("version", "2.1.0");
          out.text("$schema", SCHEMA);
          out.array("runs", List.of(results), run -> run(out, run));
        });
  }

  private void run(JsonOutput out, List<Verdict> results) throws IOException {
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
                      List.of(Answer.REGRESSED, Answer.INCONCLUSIVE),
                      answer -> rule(out, answer));
                }));
    out.array("results", results, verdict -> result(out, verdict));
  }

  private static void rule(JsonOutput out, Answer answer) throws IOException {
    out.text("id", answer.label());
    String words =
        answer == Answer.REGRESSED
            ? "A metric is surely worse than tolerated."
            : "The gate asks for an answer that the data do not give.";
    out.object("shortDescription", () -> out.text("text", words));
  }

  private void result(JsonOutput out, Verdict verdict) throws IOException {
    out.text("ruleId", verdict.answer().label());
    out.text("level", verdict.breached() ? "error" : "warning");
    String name = Change.name(verdict.metric());
    out.object("message", () -> out.text("text", name + " " + Change.sentence(verdict)));
    out.array("locations", List.of(name), location -> location(out, location));
    out.object("partialFingerprints", () -> out.text("metric/v1", name));
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
