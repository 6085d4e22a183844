package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.FlameDiff;
import dev.sojourn.analyzer.verdict.MethodChange;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a diff says, for a terminal. */
public final class DiffTextRenderer {
  private static final int COLUMN = 13;
  private static final int MOST_METHODS = 8;
  private static final List<Integer> CELLS = List.of(11, 11, 10, 20, 12);

  private final TextOptions options;

  /** Renders with these options. */
  public DiffTextRenderer(TextOptions options) {
    this.options = options;
  }

  /** All verdicts, regressions first; ends with a line break. */
  public String render(Comparison comparison) {
    Page page = new Page(options.widthColumns(), options.colour());
    page.add(page.line().add("Diff").at(COLUMN).add(Change.runs(comparison), Style.STRONG));
    page.labelled(0, "", COLUMN, Change.counts(comparison));
    addNotes(page, comparison);
    for (Answer answer : Answer.values()) {
      addVerdicts(page, answer, comparison.answered(answer));
    }
    comparison.flames().forEach(flame -> addMethods(page, flame));
    return page.toString();
  }

  private static void addMethods(Page page, FlameDiff flame) {
    if (flame.methods().isEmpty()) {
      return;
    }
    FlameDiff.Measure measure = flame.measure();
    double before = flame.root().baseline();
    double after = flame.root().candidate();
    page.heading(
        FlameText.title(measure), "each second " + FlameText.change(measure, before, after));
    for (MethodChange change : flame.methods().stream().limit(MOST_METHODS).toList()) {
      String moved = change.movedFrom().isEmpty() ? "" : ", only moved from " + change.movedFrom();
      String cost = FlameText.change(measure, change.baseline(), change.candidate());
      page.labelled(2, "", 2, change.method() + "  " + cost + moved);
    }
  }

  private static void addNotes(Page page, Comparison comparison) {
    addMetrics(page, "only in the baseline: ", comparison.missing());
    addMetrics(page, "only in the candidate: ", comparison.added());
    for (String rule : comparison.unmatchedRules()) {
      page.labelled(0, "note", COLUMN, "this rule of the gate is about nothing here: " + rule);
    }
    if (comparison.breached()) {
      page.labelled(0, "gate", COLUMN, "breached", Style.CRITICAL);
    }
  }

  private static void addMetrics(Page page, String remark, Collection<Metric> metrics) {
    if (!metrics.isEmpty()) {
      String names = String.join(", ", metrics.stream().map(Change::name).toList());
      page.labelled(0, "note", COLUMN, remark + names);
    }
  }

  private static void addVerdicts(Page page, Answer answer, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    page.heading(answer.label().replace('-', ' '), remark(answer));
    page.add(
        cells(page, page.line(), "baseline", "candidate", "change", "95 % interval", "detectable"));
    Set<List<Cause>> told = new HashSet<>();
    for (Verdict verdict : verdicts) {
      add(page, verdict);
      addCauses(page, verdict.causes(), told.add(verdict.causes()));
    }
  }

  private static String remark(Answer answer) {
    return switch (answer) {
      case REGRESSED -> "surely worse than tolerated, and by enough to matter";
      case INCONCLUSIVE -> "more runs would tell; \"detectable\" is what these could have shown";
      case NOT_REGRESSED -> "by more than the least effect that matters";
    };
  }

  private static void add(Page page, Verdict verdict) {
    Metric metric = verdict.metric();
    Style style = verdict.answer() == Answer.REGRESSED ? Style.CRITICAL : Style.PLAIN;
    String name = Change.name(metric);
    int room = page.widthColumns() - CELLS.stream().mapToInt(Integer::intValue).sum() - 2;
    Line line = page.line().add("  ");
    if (name.length() > room) {
      page.add(line.add(Name.fitting(name, page.widthColumns() - 2), style));
      line = page.line();
    } else {
      line.add(name, style);
    }
    page.add(
        cells(
            page,
            line,
            Change.level(verdict.effect().baseline(), metric),
            Change.level(verdict.effect().candidate(), metric),
            Change.signed(verdict.effect().changeRatio()),
            Change.interval(verdict.effect()),
            Change.detectable(verdict.effect())));
  }

  /** Metrics of a job mostly share their causes: those that stand above are not told again. */
  private static void addCauses(Page page, List<Cause> causes, boolean fresh) {
    if (fresh) {
      causes.forEach(cause -> addCause(page, cause));
    } else if (!causes.isEmpty()) {
      page.labelled(4, "", COLUMN, "for the causes above");
    }
  }

  private static void addCause(Page page, Cause cause) {
    page.labelled(4, Quantity.share(cause.share()), COLUMN, CauseText.of(cause));
  }

  private static Line cells(Page page, Line line, String... cells) {
    int end = page.widthColumns() - CELLS.stream().mapToInt(Integer::intValue).sum();
    for (int i = 0; i < cells.length; i++) {
      end += CELLS.get(i);
      line.endingAt(end, cells[i]);
    }
    return line;
  }
}
