package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Effect;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.Locale;

/** Changes as people read them. */
final class Change {
  /** From elevenfold on, factors read better than percents. */
  private static final double LARGEST_PERCENT = 10;

  private Change() {}

  /** A change of a ratio with its sign, such as {@code +4.2 %}. */
  static String signed(double ratio) {
    if (!Double.isFinite(ratio)) {
      return "?";
    }
    if (ratio >= LARGEST_PERCENT) {
      return "×" + Quantity.digits(Math.rint(1 + ratio));
    }
    double percent = ratio * 100;
    String format = Math.abs(percent) < 9.95 ? "%.1f %%" : "%,.0f %%";
    String size = String.format(Locale.ROOT, format, Math.abs(percent));
    boolean none = size.equals("0.0 %");
    return none ? "0 %" : (percent < 0 ? "−" : "+") + size;
  }

  static String interval(Effect effect) {
    return Double.isInfinite(effect.highRatio())
        ? "unknown"
        : signed(effect.lowRatio()) + " … " + signed(effect.highRatio());
  }

  /** The smallest worsening that the data could have shown. */
  static String detectable(Effect effect) {
    if (effect.detectableRatio() >= LARGEST_PERCENT) {
      return Double.isInfinite(effect.detectableRatio())
          ? "none"
          : signed(effect.detectableRatio());
    }
    return String.format(Locale.ROOT, "%.1f %%", effect.detectableRatio() * 100);
  }

  static String level(double value, Metric metric) {
    int slash = metric.unit().indexOf('/');
    String base = slash < 0 ? metric.unit() : metric.unit().substring(0, slash);
    String per = slash < 0 ? "" : metric.unit().substring(slash);
    return switch (base) {
      case "ns" -> nanos(value) + per;
      case "us", "µs" -> nanos(value * 1e3) + per;
      case "ms" -> nanos(value * 1e6) + per;
      case "s" -> nanos(value * 1e9) + per;
      default -> Quantity.of(value, metric.unit());
    };
  }

  private static String nanos(double nanos) {
    return nanos > 0 && nanos < 1 ? Quantity.digits(nanos) + " ns" : Quantity.nanos(nanos);
  }

  static String name(Metric metric) {
    return metric.subject().isEmpty() ? metric.name() : metric.subject() + " " + metric.name();
  }

  /** What a verdict says, in one sentence without its end. */
  static String sentence(Verdict verdict) {
    Effect effect = verdict.effect();
    String levels =
        "%s → %s (%s, 95 %% interval %s)"
            .formatted(
                level(effect.baseline(), verdict.metric()),
                level(effect.candidate(), verdict.metric()),
                signed(effect.changeRatio()),
                interval(effect));
    return switch (verdict.answer()) {
      case REGRESSED -> "regressed: " + levels;
      case NOT_REGRESSED -> "not regressed by more than %s: %s".formatted(limit(verdict), levels);
      case INCONCLUSIVE ->
          "inconclusive: %s; smallest detectable change %s".formatted(levels, detectable(effect));
    };
  }

  static String limit(Verdict verdict) {
    return Quantity.share(verdict.limitRatio());
  }

  /** How many verdicts give each answer. */
  static String counts(Comparison comparison) {
    return "%d regressed, %d inconclusive, %d not regressed"
        .formatted(
            comparison.answered(Answer.REGRESSED).size(),
            comparison.answered(Answer.INCONCLUSIVE).size(),
            comparison.answered(Answer.NOT_REGRESSED).size());
  }

  static String runs(Comparison comparison) {
    return "%s against %s"
        .formatted(
            count(comparison.baselineRuns(), "baseline"),
            count(comparison.candidateRuns(), "candidate"));
  }

  private static String count(int runs, String side) {
    return runs + " " + side + (runs == 1 ? " run" : " runs");
  }
}
