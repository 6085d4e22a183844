package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import dev.sojourn.analyzer.verdict.MethodChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The methods whose cost changed by more than runs of one version differ. */
final class MethodChanges {
  /** Errors that a change must exceed: it only describes, but should not describe noise. */
  private static final double LEAST_ERRORS = 3;

  /** Changes below this part of all time are not worth a line. */
  private static final double LEAST_SHARE = 0.01;

  /** What one method gained and another lost is one cost if it is the same to this part. */
  private static final double SAME_COST_RATIO = 0.5;

  private static final int FEWEST_RUNS = 2;

  private final Measure measure;
  private final List<StackCosts> baseline;
  private final List<StackCosts> candidate;

  MethodChanges(Measure measure, List<StackCosts> baseline, List<StackCosts> candidate) {
    this.measure = measure;
    this.baseline = baseline;
    this.candidate = candidate;
  }

  /** The greatest change first; empty where a side has too few runs to know how runs differ. */
  List<MethodChange> greatestFirst() {
    if (baseline.size() < FEWEST_RUNS || candidate.size() < FEWEST_RUNS) {
      return List.of();
    }
    SortedSet<String> methods = new TreeSet<>();
    baseline.forEach(run -> methods.addAll(run.byMethod().keySet()));
    candidate.forEach(run -> methods.addAll(run.byMethod().keySet()));
    double most = Math.max(mean(totals(baseline)), mean(totals(candidate)));
    List<MethodChange> changes = new ArrayList<>();
    for (String method : methods) {
      change(method, LEAST_SHARE * most).ifPresent(changes::add);
    }
    changes.sort(
        Comparator.comparingDouble((MethodChange change) -> -Math.abs(change.change()))
            .thenComparing(MethodChange::method));
    return paired(changes);
  }

  private Optional<MethodChange> change(String method, double least) {
    double[] before = costs(baseline, method);
    double[] after = costs(candidate, method);
    double change = mean(after) - mean(before);
    double error = Math.sqrt(squaredError(before, baseline) + squaredError(after, candidate));
    return Math.abs(change) >= least && Math.abs(change) > LEAST_ERRORS * error
        ? Optional.of(new MethodChange(method, mean(before), mean(after), ""))
        : Optional.empty();
  }

  /** Runs tell how they differ; a few samples differ by chance at least. */
  private double squaredError(double[] costs, List<StackCosts> runs) {
    double mean = mean(costs);
    double squares = 0;
    double chance = 0;
    for (int i = 0; i < costs.length; i++) {
      squares += (costs[i] - mean) * (costs[i] - mean);
      chance += measure == Measure.CPU_SAMPLES ? mean / runs.get(i).seconds() : 0;
    }
    double n = costs.length;
    return Math.max(squares / (n - 1) / n, chance / (n * n));
  }

  /** Each loss is taken for one gain at most: the one that is nearest to it. */
  private static List<MethodChange> paired(List<MethodChange> changes) {
    List<MethodChange> losses = new ArrayList<>(changes);
    losses.removeIf(change -> change.change() >= 0);
    List<MethodChange> result = new ArrayList<>();
    for (MethodChange change : changes) {
      Optional<MethodChange> source =
          change.change() <= 0
              ? Optional.empty()
              : losses.stream()
                  .filter(loss -> difference(change, loss) <= SAME_COST_RATIO * change.change())
                  .min(Comparator.comparingDouble(loss -> difference(change, loss)));
      source.ifPresent(losses::remove);
      result.add(source.map(loss -> change.movedFrom(loss.method())).orElse(change));
    }
    return result;
  }

  private static double difference(MethodChange gain, MethodChange loss) {
    return Math.abs(gain.change() + loss.change());
  }

  private static double[] costs(List<StackCosts> runs, String method) {
    return runs.stream().mapToDouble(run -> run.byMethod().getOrDefault(method, 0.0)).toArray();
  }

  private static double[] totals(List<StackCosts> runs) {
    return runs.stream().mapToDouble(StackCosts::perSecond).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
