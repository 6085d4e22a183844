package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.FlameDiff;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import dev.sojourn.analyzer.verdict.MethodChange;
import java.util.ArrayList;
import java.util.List;

/** Lays the flame graphs of two versions over each other: means over the runs of each. */
final class FlameComparer {
  private final List<Summary> baseline;
  private final List<Summary> candidate;

  FlameComparer(List<Summary> baseline, List<Summary> candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
  }

  /** CPU and blocked time, as far as they were recorded on both sides. */
  List<FlameDiff> flames() {
    List<FlameDiff> flames = new ArrayList<>();
    if (!baseline.isEmpty() && !candidate.isEmpty()) {
      boolean byTime = haveCpuTime(baseline) && haveCpuTime(candidate);
      flames.add(flame(byTime ? Measure.CPU_TIME : Measure.CPU_SAMPLES));
      flames.add(flame(Measure.BLOCKED));
      flames.removeIf(flame -> flame.root().extent() == 0);
    }
    return flames;
  }

  private static boolean haveCpuTime(List<Summary> side) {
    return side.stream().noneMatch(summary -> summary.samples().cpuTime().isEmpty());
  }

  private FlameDiff flame(Measure measure) {
    List<StackCosts> before = costs(baseline, measure);
    List<StackCosts> after = costs(candidate, measure);
    FrameTree tree = new FrameTree("all");
    before.forEach(run -> add(tree, run, 1.0 / before.size(), 0));
    after.forEach(run -> add(tree, run, 0, 1.0 / after.size()));
    List<MethodChange> methods = new MethodChanges(measure, before, after).greatestFirst();
    return new FlameDiff(measure, tree.cost(), methods);
  }

  private static List<StackCosts> costs(List<Summary> side, Measure measure) {
    return side.stream().map(summary -> StackCosts.of(summary, measure)).toList();
  }

  private static void add(FrameTree tree, StackCosts run, double before, double after) {
    run.byStack()
        .forEach(
            (key, cost) -> tree.add(key.owner(), key.site().stack(), cost * before, cost * after));
  }
}
