package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Effect;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a diff says as GitHub-flavoured Markdown, for the comment on a pull request: what regressed
 * stands open, the rest is folded.
 */
public final class DiffMarkdownRenderer {
  private static final String HEADER =
      """
      | | metric | baseline | candidate | change | 95 % interval | detectable |
      | --- | --- | ---: | ---: | ---: | ---: | ---: |
      """;

  /** The whole comparison; ends with a line break. */
  public String render(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append("### Sojourn: ").append(headline(comparison)).append("\n\n");
    text.append(Change.runs(comparison)).append("; ");
    text.append(Change.counts(comparison)).append(".\n");
    List<Verdict> regressed = comparison.answered(Answer.REGRESSED);
    if (!regressed.isEmpty()) {
      text.append('\n').append(table(regressed));
      causes(text, regressed);
    }
    fold(text, "Inconclusive", comparison.answered(Answer.INCONCLUSIVE));
    fold(text, "Not regressed", comparison.answered(Answer.NOT_REGRESSED));
    missing(text, comparison);
    return text.toString();
  }

  private static String headline(Comparison comparison) {
    if (comparison.breached()) {
      return "gate breached";
    }
    return comparison.answered(Answer.REGRESSED).isEmpty() ? "no regression shown" : "regressed";
  }

  private static String table(List<Verdict> verdicts) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (Verdict verdict : verdicts) {
      Metric metric = verdict.metric();
      Effect effect = verdict.effect();
      rows.append("| ")
          .append(
              String.join(
                  " | ",
                  code(metric.subject()),
                  code(metric.name()),
                  Change.level(effect.baseline(), metric),
                  Change.level(effect.candidate(), metric),
                  Change.signed(effect.changeRatio()),
                  Change.interval(effect),
                  Change.detectable(effect)))
          .append(" |\n");
    }
    return rows.toString();
  }

  /** Metrics that have the same causes share a list. */
  private static void causes(StringBuilder text, List<Verdict> regressed) {
    Map<List<Cause>, List<String>> metrics = new LinkedHashMap<>();
    for (Verdict verdict : regressed) {
      if (!verdict.causes().isEmpty()) {
        metrics
            .computeIfAbsent(verdict.causes(), key -> new ArrayList<>())
            .add(code(Change.name(verdict.metric())));
      }
    }
    metrics.forEach(
        (causes, names) -> {
          text.append("\nWhat moved with ").append(String.join(", ", names)).append(":\n");
          causes.forEach(
              cause ->
                  text.append("- ")
                      .append(Quantity.share(cause.share()))
                      .append(" ")
                      .append(escaped(CauseText.of(cause)))
                      .append('\n'));
        });
  }

  private static void fold(StringBuilder text, String title, List<Verdict> verdicts) {
    if (!verdicts.isEmpty()) {
      text.append("\n<details><summary>%s (%d)</summary>\n\n".formatted(title, verdicts.size()));
      text.append(table(verdicts)).append("\n</details>\n");
    }
  }

  private static void missing(StringBuilder text, Comparison comparison) {
    if (!comparison.missing().isEmpty()) {
      List<String> names =
          comparison.missing().stream().map(Change::name).map(DiffMarkdownRenderer::code).toList();
      text.append("\nOnly in the baseline: ").append(String.join(", ", names)).append(".\n");
    }
  }

  /** Names come from the program that was measured: they must not become markup. */
  private static String code(String name) {
    return name.isEmpty() ? "" : "`" + name.replace('`', '\'').replace("|", "\\|") + "`";
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
