package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * False alarms and power on ten forks each of 586 JMH benchmarks of unchanged code, forks dealt to
 * two sides at random, a slowdown multiplied into one of them. The two halves of the projects are
 * reported apart, but both were seen before the constants were settled. Needs {@code
 * -Dsojourn.data.forks=FOLDER}; see docs/diff.md.
 */
@EnabledIfSystemProperty(named = "sojourn.data.forks", matches = ".+")
class ComparerBenchmark {
  private static final int DEALS = 60;
  private static final int FAMILIES = 2000;
  private static final int FAMILY = 50;
  private static final double FAMILY_GOAL = 0.05;

  /** What one way of grouping benchmarks into comparisons came to. */
  private static final class Tally {
    private long metrics;
    private long regressed;
    private long rankTest;
    private long comparisons;
    private long alarmed;

    double regressedRatio() {
      return (double) regressed / metrics;
    }

    double rankTestRatio() {
      return (double) rankTest / metrics;
    }

    double alarmedRatio() {
      return (double) alarmed / comparisons;
    }
  }

  @Test
  void goals_areMet() throws IOException {
    List<ForkSeries> all = ForkSeries.readAll(Path.of(System.getProperty("sojourn.data.forks")));
    List<String> projects =
        List.copyOf(new TreeSet<>(all.stream().map(ForkSeries::project).toList()));
    System.out.println("| projects | runs | slowdown | regressed | rank test | worse than it |");
    System.out.println("| --- | --- | ---: | ---: | ---: | --- |");
    for (int half = 0; half < 2; half++) {
      int rest = half;
      List<ForkSeries> part =
          all.stream().filter(s -> projects.indexOf(s.project()) % 2 == rest).toList();
      String label = half == 0 ? "first half" : "second half";
      report(label, part, 3, 0.010, 0.55, 0.73);
      report(label, part, 5, 0.010, 0.67, 0.82);
    }
  }

  private static void report(
      String label, List<ForkSeries> part, int runs, double falseGoal, double five, double ten) {
    Tally same = byProject(label, part, runs, 0);
    assertThat(same.regressedRatio()).isLessThanOrEqualTo(falseGoal);
    assertThat(byProject(label, part, runs, 0.05).regressedRatio()).isGreaterThanOrEqualTo(five);
    assertThat(byProject(label, part, runs, 0.10).regressedRatio()).isGreaterThanOrEqualTo(ten);
    double alarmed = alarmedRatio(part, runs);
    System.out.printf(
        Locale.ROOT, "%s, %d v %d: %.3f of 50 unchanged alarm%n", label, runs, runs, alarmed);
    assertThat(alarmed).isLessThanOrEqualTo(FAMILY_GOAL);
  }

  private static Tally byProject(String label, List<ForkSeries> part, int runs, double slowdown) {
    Random random = new Random(20261122L + runs);
    Map<String, List<ForkSeries>> groups =
        part.stream()
            .collect(Collectors.groupingBy(ForkSeries::project, TreeMap::new, Collectors.toList()));
    Tally tally = new Tally();
    Map<String, Tally> each = new TreeMap<>();
    for (int deal = 0; deal < DEALS; deal++) {
      for (List<ForkSeries> group : groups.values()) {
        Tally own = each.computeIfAbsent(group.get(0).project(), key -> new Tally());
        compare(group, runs, slowdown, random, tally, own);
      }
    }
    List<String> worse =
        each.entrySet().stream()
            .filter(e -> e.getValue().regressedRatio() < e.getValue().rankTestRatio() - 0.005)
            .map(
                e ->
                    "%s %.2f<%.2f"
                        .formatted(
                            e.getKey(),
                            e.getValue().regressedRatio(),
                            e.getValue().rankTestRatio()))
            .toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d v %d | +%.0f %% | %.4f | %.4f | %s |%n",
        label,
        runs,
        runs,
        slowdown * 100,
        tally.regressedRatio(),
        tally.rankTestRatio(),
        slowdown == 0 ? "" : worse);
    if (slowdown > 0) {
      assertThat(worse).isEmpty();
    }
    return tally;
  }

  /** How many comparisons of 50 unchanged metrics, from any projects, report anything. */
  private static double alarmedRatio(List<ForkSeries> part, int runs) {
    Random random = new Random(20261123L + runs);
    Tally families = new Tally();
    List<ForkSeries> shuffled = new ArrayList<>(part);
    while (families.comparisons < FAMILIES) {
      Collections.shuffle(shuffled, random);
      compare(shuffled.subList(0, FAMILY), runs, 0, random, families, families);
    }
    return families.alarmedRatio();
  }

  private static void compare(
      List<ForkSeries> group, int runs, double slowdown, Random random, Tally tally, Tally own) {
    List<Map<Metric, Double>> before = maps(runs);
    List<Map<Metric, Double>> after = maps(runs);
    for (ForkSeries series : group) {
      Metric metric = new Metric(series.name(), "time", "s/op", Better.LOWER);
      List<Integer> forks = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
      Collections.shuffle(forks, random);
      double[] a = new double[runs];
      double[] b = new double[runs];
      for (int i = 0; i < runs; i++) {
        a[i] = series.forkMedians()[forks.get(i)];
        b[i] = series.forkMedians()[forks.get(runs + i)] * (1 + slowdown);
        before.get(i).put(metric, a[i]);
        after.get(i).put(metric, b[i]);
      }
      boolean rank = rankTest(a, b);
      tally.rankTest += rank ? 1 : 0;
      own.rankTest += own != tally && rank ? 1 : 0;
    }
    Comparison comparison =
        new Comparer(Gate.NONE, Map.of()).compare(runsOf(before), runsOf(after));
    long regressed = comparison.answered(Answer.REGRESSED).size();
    for (Tally each : own == tally ? List.of(tally) : List.of(tally, own)) {
      each.metrics += group.size();
      each.regressed += regressed;
      each.comparisons++;
      each.alarmed += regressed > 0 ? 1 : 0;
    }
  }

  private static List<Map<Metric, Double>> maps(int runs) {
    return IntStream.range(0, runs).<Map<Metric, Double>>mapToObj(i -> new TreeMap<>()).toList();
  }

  private static List<Run> runsOf(List<Map<Metric, Double>> values) {
    return values.stream().map(map -> Run.of("run", map)).toList();
  }

  /** As benchstat: Mann-Whitney at .05, two-sided, exact for so few runs; slower ones only. */
  private static boolean rankTest(double[] a, double[] b) {
    double u = 0;
    for (double x : a) {
      for (double y : b) {
        u += y > x ? 1 : y == x ? 0.5 : 0;
      }
    }
    // Exact tails: 5 v 5 rejects from U = 23 on (p = .0317), 3 v 3 never does (p = .1 at best).
    return a.length == 5 && u >= 23;
  }
}
