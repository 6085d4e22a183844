package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import java.util.Locale;

/** Costs of frames in words. */
final class FlameText {
  private FlameText() {}

  static String title(Measure measure) {
    return measure == Measure.BLOCKED ? "Blocked on locks" : "On a processor";
  }

  static String change(Measure measure, double baseline, double candidate) {
    return amount(measure, baseline) + " → " + amount(measure, candidate);
  }

  static String amount(Measure measure, double perSecond) {
    return measure == Measure.CPU_SAMPLES
        ? String.format(Locale.ROOT, "%.2f samples", perSecond)
        : Quantity.nanos(perSecond);
  }
}
