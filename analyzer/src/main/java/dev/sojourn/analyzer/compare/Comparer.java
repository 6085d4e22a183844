package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.statistics.FalseDiscoveries;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.GateRule;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import dev.sojourn.analyzer.verdict.Policy;
import dev.sojourn.analyzer.verdict.Run;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares the runs of two versions by a moderated t-test of each metric's logarithms: the variance
 * of a metric is drawn towards that of all metrics of the comparison, because three or five runs
 * alone know little of it. Why so, and against what it was measured: RATIONALE.md.
 */
public final class Comparer {
  /**
   * Runs have heavier tails than is assumed, which tells the more the fewer there are: with so many
   * degrees of freedom for each metric, half of the accepted false alarms is spent.
   */
  private static final double HALF_SPENT_DEGREES = 6;

  /** The rest of the accepted false alarms, half as much, is for the program as a whole. */
  private static final double MOST_SPENT_RATIO = 2.0 / 3;

  /** Fewer metrics are held to what each of three would be: at most one percent each by default. */
  private static final int SMALLEST_FAMILY = 3;

  private static final Comparator<Verdict> ORDER =
      Comparator.comparing(Verdict::answer).thenComparing(Verdict::metric);

  private final Gate gate;
  private final Map<Metric, Noise> noise;

  /**
   * A comparer.
   *
   * @param gate what is asked
   * @param noise how metrics vary between runs of unchanged code, where that is known from before
   */
  public Comparer(Gate gate, Map<Metric, Noise> noise) {
    this.gate = gate;
    this.noise = Map.copyOf(noise);
  }

  /**
   * Compares; the verdicts are a function of the values only, not of the order of the runs.
   *
   * @throws NotComparableException if a side is empty or a metric has another unit on each side
   */
  public Comparison compare(List<Run> baseline, List<Run> candidate) {
    SortedSet<Metric> before = metrics("baseline", baseline);
    SortedSet<Metric> after = metrics("candidate", candidate);
    requireSameUnits(before, after);
    requireCommon(before, after);
    List<MetricSample> samples = samples(before, after, baseline, candidate);
    List<Verdict> verdicts = verdicts(samples, baseline, candidate);
    SortedSet<Metric> missing = watched(before, after);
    return new Comparison(
        baseline.size(),
        candidate.size(),
        verdicts,
        missing,
        watched(after, before),
        unmatched(before),
        gate.missing() == Policy.FAIL && !missing.isEmpty(),
        List.of());
  }

  private List<MetricSample> samples(
      SortedSet<Metric> before, SortedSet<Metric> after, List<Run> baseline, List<Run> candidate) {
    return before.stream()
        .filter(metric -> after.contains(metric) && gate.toleranceOf(metric).isPresent())
        .map(
            metric ->
                MetricSample.of(
                    metric, baseline, candidate, noise.getOrDefault(metric, Noise.UNKNOWN)))
        .toList();
  }

  private List<Verdict> verdicts(
      List<MetricSample> samples, List<Run> baseline, List<Run> candidate) {
    VariancePriors priors = new VariancePriors(samples, baseline, candidate);
    List<MetricTest> tests =
        samples.stream()
            .map(
                sample ->
                    new MetricTest(
                        sample,
                        gate.toleranceOf(sample.metric()).orElseThrow(),
                        priors.of(sample.metric())))
            .toList();
    double level = level(tests, baseline, candidate);
    return tests.stream().map(test -> verdict(test, level)).sorted(ORDER).toList();
  }

  private double level(List<MetricTest> tests, List<Run> baseline, List<Run> candidate) {
    double accepted = gate.falseAlarmRatio();
    double spent = spentRatio(tests) * accepted;
    double[] pValues =
        tests.stream().filter(MetricTest::conclusive).mapToDouble(MetricTest::pValue).toArray();
    double[] family = Arrays.copyOf(pValues, Math.max(pValues.length, SMALLEST_FAMILY));
    Arrays.fill(family, pValues.length, family.length, 1);
    // what would be no discovery by itself is none in company
    double threshold = Math.min(FalseDiscoveries.threshold(family, spent), accepted);
    boolean many = pValues.length > SMALLEST_FAMILY;
    return many && new WholeProgram(tests).pValue(baseline, candidate) <= spent / 2
        ? Math.max(threshold, accepted / SMALLEST_FAMILY)
        : threshold;
  }

  private static double spentRatio(List<MetricTest> tests) {
    double degrees =
        tests.stream()
            .filter(MetricTest::conclusive)
            .mapToDouble(test -> test.sample().degreesOfFreedom())
            .average()
            .orElse(0);
    return Math.min(MOST_SPENT_RATIO, degrees / (degrees + HALF_SPENT_DEGREES));
  }

  private static Verdict verdict(MetricTest test, double level) {
    Answer answer = test.answer(level);
    return new Verdict(
        test.sample().metric(),
        answer,
        test.effect(level),
        test.limitRatio(),
        test.sample().baselineRuns(),
        test.sample().candidateRuns(),
        test.tolerance().policyOf(answer) == Policy.FAIL,
        List.of());
  }

  private SortedSet<Metric> watched(SortedSet<Metric> there, SortedSet<Metric> notHere) {
    SortedSet<Metric> result = new TreeSet<>(there);
    result.removeAll(notHere);
    result.removeIf(metric -> gate.toleranceOf(metric).isEmpty());
    return result;
  }

  private List<String> unmatched(SortedSet<Metric> before) {
    return gate.rules().stream()
        .filter(rule -> before.stream().noneMatch(rule::matches))
        .map(GateRule::text)
        .toList();
  }

  private static SortedSet<Metric> metrics(String side, List<Run> runs) {
    SortedSet<Metric> metrics = new TreeSet<>();
    runs.forEach(run -> metrics.addAll(run.values().keySet()));
    if (metrics.isEmpty()) {
      throw new NotComparableException("the " + side + " has no runs with values");
    }
    return metrics;
  }

  /** A gate that compares nothing must not pass for one that found nothing. */
  private void requireCommon(SortedSet<Metric> before, SortedSet<Metric> after) {
    boolean told = gate.missing() == Policy.FAIL && !watched(before, after).isEmpty();
    if (before.stream().noneMatch(after::contains) && !told) {
      throw new NotComparableException(
          "no metric is on both sides: the baseline has %s, the candidate %s"
              .formatted(before.first().label(), after.first().label()));
    }
  }

  private static void requireSameUnits(SortedSet<Metric> before, SortedSet<Metric> after) {
    SortedSet<Metric> all = new TreeSet<>(before);
    all.addAll(after);
    List<String> mixed = Metric.mixedUnits(all);
    if (!mixed.isEmpty()) {
      throw new NotComparableException(mixed.get(0));
    }
  }
}
