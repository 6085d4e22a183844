package dev.sojourn.analyzer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Effect;
import dev.sojourn.analyzer.verdict.FlameDiff;
import dev.sojourn.analyzer.verdict.MethodChange;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * What a diff says as JSON ({@code sojourn-diff/1}); docs/diff.schema.json describes it. Without
 * nulls: what is not known is left out. Ratios are parts of one.
 */
public final class DiffJsonRenderer {
  /** Names the contract; a change that could break a script changes it. */
  public static final String SCHEMA = "sojourn-diff/1";

  /** The whole comparison; ends with a line break. */
  public String render(Comparison comparison) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(JsonRenderer.printer());
      write(new JsonOutput(generator), comparison);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonOutput out, Comparison comparison) throws IOException {
    out.object(
        () -> {
          out.text("schema", SCHEMA);
          out.number("baselineRuns", comparison.baselineRuns());
          out.number("candidateRuns", comparison.candidateRuns());
          out.flag("breached", comparison.breached());
          out.array("verdicts", comparison.verdicts(), verdict -> verdict(out, verdict));
          out.array("missing", List.copyOf(comparison.missing()), metric -> metric(out, metric));
          out.array("added", List.copyOf(comparison.added()), metric -> metric(out, metric));
          out.texts("unmatchedRules", comparison.unmatchedRules());
          out.array("flames", comparison.flames(), flame -> flame(out, flame));
        });
  }

  private static void verdict(JsonOutput out, Verdict verdict) throws IOException {
    metric(out, verdict.metric());
    out.text("answer", verdict.answer().label());
    out.flag("breached", verdict.breached());
    Effect effect = verdict.effect();
    out.number("baseline", effect.baseline());
    out.number("candidate", effect.candidate());
    out.number("change", effect.changeRatio());
    if (Double.isFinite(effect.highRatio())) {
      out.object(
          "interval",
          () -> {
            out.number("low", effect.lowRatio());
            out.number("high", effect.highRatio());
          });
    }
    out.number("pValue", effect.pValue());
    out.number("detectable", effect.detectableRatio());
    out.number("limit", verdict.limitRatio());
    out.number("baselineRuns", verdict.baselineRuns());
    out.number("candidateRuns", verdict.candidateRuns());
    out.array("causes", verdict.causes(), cause -> cause(out, cause));
  }

  private static void flame(JsonOutput out, FlameDiff flame) throws IOException {
    out.text("measure", flame.measure().label());
    out.text("unit", flame.measure().unit() + "/s");
    out.number("baseline", flame.root().baseline());
    out.number("candidate", flame.root().candidate());
    out.array("methods", flame.methods(), change -> change(out, change));
  }

  private static void change(JsonOutput out, MethodChange change) throws IOException {
    out.text("method", change.method());
    out.number("baseline", change.baseline());
    out.number("candidate", change.candidate());
    out.knownText("movedFrom", change.movedFrom());
  }

  private static void metric(JsonOutput out, Metric metric) throws IOException {
    out.knownText("subject", metric.subject());
    out.text("metric", metric.name());
    out.knownText("unit", metric.unit());
    out.text("better", metric.better().label());
  }

  private static void cause(JsonOutput out, Cause cause) throws IOException {
    out.text("kind", cause.kind().name().toLowerCase(Locale.ROOT));
    out.text("name", cause.name());
    out.number("baseline", cause.baseline());
    out.number("candidate", cause.candidate());
    out.share("share", cause.share());
  }
}
