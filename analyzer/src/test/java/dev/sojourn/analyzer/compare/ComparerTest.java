package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.GateRule;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.NamePattern;
import dev.sojourn.analyzer.verdict.Noise;
import dev.sojourn.analyzer.verdict.Policy;
import dev.sojourn.analyzer.verdict.Run;
import dev.sojourn.analyzer.verdict.Tolerance;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparerTest {
  private static final Metric TIME = new Metric("order", "sojourn.p99", "ns", Better.LOWER);
  private static final Metric RATE = new Metric("order", "throughput", "1/s", Better.HIGHER);
  private static final Tolerance STRICT = Tolerance.DEFAULT;

  @Test
  void clearSlowdown_regresses() {
    Verdict verdict = only(runs(TIME, 100, 101, 99, 100, 102), runs(TIME, 120, 121, 119, 122, 120));
    assertThat(verdict.answer()).isEqualTo(Answer.REGRESSED);
    assertThat(verdict.breached()).isTrue();
    assertThat(verdict.effect().changeRatio()).isBetween(0.19, 0.21);
    assertThat(verdict.effect().lowRatio()).isPositive();
    assertThat(verdict.effect().detectableRatio()).isLessThan(0.05);
  }

  @Test
  void speedup_isNoRegression() {
    Verdict verdict = only(runs(TIME, 120, 121, 119, 122, 120), runs(TIME, 100, 101, 99, 100, 102));
    assertThat(verdict.answer()).isEqualTo(Answer.NOT_REGRESSED);
  }

  @Test
  void lessThroughput_regresses() {
    Verdict verdict = only(runs(RATE, 120, 121, 119, 122, 120), runs(RATE, 100, 101, 99, 100, 102));
    assertThat(verdict.answer()).isEqualTo(Answer.REGRESSED);
    assertThat(verdict.effect().changeRatio()).isNegative();
  }

  @Test
  void sameLevelWithLittleNoise_isNotRegressed() {
    Verdict verdict =
        only(runs(TIME, 100, 100.2, 99.9, 100.1, 100), runs(TIME, 100.1, 99.8, 100, 100.2, 100));
    assertThat(verdict.answer()).isEqualTo(Answer.NOT_REGRESSED);
    assertThat(verdict.limitRatio()).isEqualTo(0.02);
  }

  @Test
  void muchNoise_isInconclusive_andTellsWhatItCouldHaveShown() {
    Verdict verdict = only(runs(TIME, 100, 150, 80, 120, 60), runs(TIME, 110, 160, 70, 140, 65));
    assertThat(verdict.answer()).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(verdict.breached()).isFalse();
    assertThat(verdict.effect().detectableRatio()).isGreaterThan(0.5);
  }

  @Test
  void oneRunAgainstOne_isInconclusive_howeverLargeTheChange() {
    Verdict verdict = only(runs(TIME, 100), runs(TIME, 300));
    assertThat(verdict.answer()).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(verdict.effect().detectableRatio()).isInfinite();
    assertThat(verdict.effect().pValue()).isOne();
  }

  @Test
  void oneRunAgainstOne_withKnownNoise_isAnswered() {
    Comparer comparer = new Comparer(Gate.of(STRICT), Map.of(TIME, new Noise(0.0004, 30)));
    Comparison slower = comparer.compare(runs(TIME, 100), runs(TIME, 115));
    assertThat(slower.verdicts().get(0).answer()).isEqualTo(Answer.REGRESSED);
    Comparison alike = comparer.compare(runs(TIME, 100), runs(TIME, 101));
    assertThat(alike.verdicts().get(0).answer()).isEqualTo(Answer.INCONCLUSIVE);
  }

  @Test
  void sureButTinyChange_isNotRegressed() {
    Verdict verdict =
        only(runs(TIME, 1000, 1001, 999, 1000, 1000.5), runs(TIME, 1010, 1011, 1009, 1010, 1010.5));
    assertThat(verdict.effect().lowRatio()).isPositive();
    assertThat(verdict.answer()).isEqualTo(Answer.NOT_REGRESSED);
  }

  @Test
  void toleratedChange_mustSurelyBeExceeded() {
    Tolerance tenPercent = new Tolerance(0.1, 0.02, Policy.FAIL, Policy.PASS);
    List<Run> baseline = runs(TIME, 100, 101, 99, 100, 102);
    List<Run> slower = runs(TIME, 107, 108, 106, 107, 109);
    Comparer comparer = new Comparer(Gate.of(tenPercent), Map.of());
    Verdict verdict = comparer.compare(baseline, slower).verdicts().get(0);
    assertThat(verdict.answer()).isEqualTo(Answer.NOT_REGRESSED);
    assertThat(verdict.limitRatio()).isEqualTo(0.1);
    assertThat(only(baseline, slower).answer()).isEqualTo(Answer.REGRESSED);
  }

  @Test
  void zeroes_areCompared() {
    Metric failures = new Metric("order", "failures", "", Better.LOWER);
    Verdict none = only(runs(failures, 0, 0, 0), runs(failures, 0, 0, 0));
    assertThat(none.answer()).isEqualTo(Answer.NOT_REGRESSED);
    assertThat(none.effect().changeRatio()).isZero();
    Verdict many = only(runs(failures, 0, 1, 0, 0, 1), runs(failures, 40, 50, 45, 38, 52));
    assertThat(many.answer()).isEqualTo(Answer.REGRESSED);
  }

  @Test
  void policyOfTheFirstMatchingRule_decides() {
    GateRule ignored =
        new GateRule(new NamePattern("ord*"), new NamePattern("*p99"), Optional.empty());
    GateRule elsewhere =
        new GateRule(new NamePattern("other"), NamePattern.ANY, Optional.of(STRICT));
    Gate gate = new Gate(List.of(ignored, elsewhere), STRICT, Policy.PASS, 0.05);
    List<Run> baseline = runs(TIME, 100, 101, 99);
    Comparison comparison = new Comparer(gate, Map.of()).compare(baseline, runs(TIME, 200, 201));
    assertThat(comparison.verdicts()).isEmpty();
    assertThat(comparison.unmatchedRules()).containsExactly("subject \"other\", metric \"*\"");
  }

  @Test
  void inconclusive_breachesAGateThatAsksForAnAnswer() {
    Gate gate = Gate.of(STRICT.with(Policy.FAIL, Policy.FAIL));
    Comparison comparison = new Comparer(gate, Map.of()).compare(runs(TIME, 100), runs(TIME, 100));
    assertThat(comparison.breached()).isTrue();
  }

  @Test
  void missingMetric_isTold_andBreachesIfAsked() {
    Gate gate = new Gate(List.of(), STRICT, Policy.FAIL, 0.05);
    Comparison comparison = new Comparer(gate, Map.of()).compare(runs(TIME, 1), runs(RATE, 1));
    assertThat(comparison.missing()).containsExactly(TIME);
    assertThat(comparison.added()).containsExactly(RATE);
    assertThat(comparison.breached()).isTrue();
  }

  @Test
  void mixedUnits_areNotComparable() {
    Metric micros = new Metric("order", "sojourn.p99", "us", Better.LOWER);
    assertThatThrownBy(
            () -> new Comparer(Gate.NONE, Map.of()).compare(runs(TIME, 1), runs(micros, 1)))
        .isInstanceOf(NotComparableException.class)
        .hasMessageContaining("mixed units")
        .hasMessageContaining("\"ns\"")
        .hasMessageContaining("\"us\"");
  }

  @Test
  void emptySide_isNotComparable() {
    assertThatThrownBy(() -> new Comparer(Gate.NONE, Map.of()).compare(runs(TIME, 1), List.of()))
        .isInstanceOf(NotComparableException.class)
        .hasMessage("the candidate has no runs with values");
  }

  @Test
  void orderOfRuns_doesNotMatter() {
    Verdict one = only(runs(TIME, 100, 101, 99), runs(TIME, 120, 121, 119));
    Verdict other = only(runs(TIME, 99, 100, 101), runs(TIME, 121, 119, 120));
    assertThat(other.answer()).isEqualTo(one.answer());
    assertThat(other.effect().changeRatio())
        .isCloseTo(one.effect().changeRatio(), org.assertj.core.api.Assertions.within(1e-12));
  }

  /** Four changes are one in a hundred each, too little among twenty, but all point one way. */
  @Test
  void programThatIsSlowerAsAWhole_regresses() {
    Comparison slower = many((metric, run) -> run < RUNS ? 1 : metric < 4 ? 1.1 : 1.05);
    assertThat(slower.answered(Answer.REGRESSED)).hasSize(4);
  }

  @Test
  void otherMetricsThatAreFaster_areNoProgramThatIsSlower() {
    Comparison both = many((metric, run) -> run < RUNS ? 1 : metric < 4 ? 1.1 : 1 / 1.05);
    assertThat(both.answered(Answer.REGRESSED)).isEmpty();
  }

  /** However much it moved: it does not speak for those that moved by chance. */
  @Test
  void oneSlowMetric_isNoProgramThatIsSlower() {
    Comparison one =
        many((metric, run) -> run < RUNS ? 1 : metric == 0 ? 9 : metric == 1 ? 1.1 : 1);
    assertThat(one.answered(Answer.REGRESSED))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.metric().subject()).isEqualTo("job 0"));
  }

  private static final int METRICS = 20;
  private static final int RUNS = 5;

  /** Values that vary by a few percent, each metric's in an order of its own. */
  private static Comparison many(FactorOf factor) {
    Random random = new Random(1);
    List<Map<Metric, Double>> values = new ArrayList<>();
    for (int run = 0; run < 2 * RUNS; run++) {
      values.add(new TreeMap<>());
    }
    List<Double> noise = new ArrayList<>(List.of(-0.08, -0.03, 0.0, 0.03, 0.08));
    for (int metric = 0; metric < METRICS; metric++) {
      Metric name = new Metric("job " + metric, "service.p50", "ns", Better.LOWER);
      for (int run = 0; run < 2 * RUNS; run++) {
        if (run % RUNS == 0) {
          Collections.shuffle(noise, random);
        }
        double level = 100 * factor.of(metric, run);
        values.get(run).put(name, level * Math.exp(noise.get(run % RUNS)));
      }
    }
    List<Run> runs = values.stream().map(run -> Run.of("run", run)).toList();
    return new Comparer(Gate.of(STRICT), Map.of())
        .compare(runs.subList(0, RUNS), runs.subList(RUNS, 2 * RUNS));
  }

  private interface FactorOf {
    double of(int metric, int run);
  }

  private static Verdict only(List<Run> baseline, List<Run> candidate) {
    return new Comparer(Gate.of(STRICT), Map.of()).compare(baseline, candidate).verdicts().get(0);
  }

  private static List<Run> runs(Metric metric, double... values) {
    return Arrays.stream(values).mapToObj(v -> Run.of("run", Map.of(metric, v))).toList();
  }
}
