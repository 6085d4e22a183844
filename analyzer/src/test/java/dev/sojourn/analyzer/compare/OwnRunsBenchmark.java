package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * False alarms and power on runs of the example service that {@code analyzer/benchmarks/own-runs}
 * recorded: {@code -Dsojourn.data.runs=FOLDER}; see docs/diff.md. Runs are dealt at random to two
 * sides, so that what the machine did meanwhile falls on both.
 */
@EnabledIfSystemProperty(named = "sojourn.data.runs", matches = ".+")
class OwnRunsBenchmark {
  private static final int DEALS = 300;
  private static final String UNCHANGED = "unchanged";
  private static final double SLOWER_TAIL = 1.2;
  private static final Predicate<Metric> PLACED = m -> m.subject().endsWith(".PlaceOrder");

  private final SortedMap<String, List<RecordedRun>> variants = new TreeMap<>();

  /** One side of a deal. */
  private record Side(List<RecordedRun> recorded, UnaryOperator<Run> change) {
    List<Run> alignedWith(Side other) {
      List<RecordedRun> all = new ArrayList<>(recorded);
      all.addAll(other.recorded);
      return Alignment.aligned(runs(), other.runs(), all);
    }

    private List<Run> runs() {
      return recorded.stream().map(RecordedRun::run).map(change).toList();
    }
  }

  @Test
  void falseAlarmsAreRare() throws IOException {
    read(Path.of(System.getProperty("sojourn.data.runs")));
    variants.forEach((name, runs) -> System.out.printf("%s: %d runs%n", name, runs.size()));
    System.out.println(
        "| candidate | runs | alarms | job named | by service.p50 | by cpu | another job named |");
    System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    for (int runs : new int[] {3, 5}) {
      assertThat(row(UNCHANGED, runs, UnaryOperator.identity(), m -> true))
          .isLessThanOrEqualTo(0.05 + 2 * Math.sqrt(0.05 * 0.95 / DEALS));
      row("slower tail", runs, OwnRunsBenchmark::slowerTail, m -> m.name().endsWith("p99"));
      for (String variant : variants.keySet()) {
        if (!variant.equals(UNCHANGED)) {
          row(variant, runs, UnaryOperator.identity(), m -> true);
        }
      }
    }
  }

  /** The part of deals that alarm at all. */
  private double row(String name, int runs, UnaryOperator<Run> change, Predicate<Metric> expected) {
    Random random = new Random(20261122L + runs);
    Predicate<Metric> placed = PLACED.and(expected);
    int[] counts = new int[5];
    for (int deal = 0; deal < DEALS; deal++) {
      Set<Metric> regressed = regressed(name, runs, change, random);
      count(counts, 0, regressed, m -> true);
      count(counts, 1, regressed, placed);
      count(counts, 2, regressed, PLACED.and(m -> m.name().equals("service.p50")));
      count(counts, 3, regressed, PLACED.and(m -> m.name().equals("cpu")));
      count(counts, 4, regressed, PLACED.negate().and(m -> m.name().startsWith("service")));
    }
    StringBuilder line = new StringBuilder("| %s | %d v %d |".formatted(name, runs, runs));
    for (int count : counts) {
      line.append(String.format(Locale.ROOT, " %.2f |", count / (double) DEALS));
    }
    System.out.println(line);
    return counts[0] / (double) DEALS;
  }

  private static void count(int[] counts, int index, Set<Metric> all, Predicate<Metric> which) {
    counts[index] += all.stream().anyMatch(which) ? 1 : 0;
  }

  private Set<Metric> regressed(String name, int runs, UnaryOperator<Run> change, Random random) {
    List<RecordedRun> unchanged = new ArrayList<>(variants.get(UNCHANGED));
    Collections.shuffle(unchanged, random);
    List<RecordedRun> others = new ArrayList<>(variants.getOrDefault(name, List.of()));
    Collections.shuffle(others, random);
    boolean apart = !others.isEmpty() && !name.equals(UNCHANGED);
    Side baseline = new Side(unchanged.subList(0, runs), UnaryOperator.identity());
    Side candidate =
        new Side(apart ? others.subList(0, runs) : unchanged.subList(runs, 2 * runs), change);
    return new Comparer(Gate.NONE, Map.of())
            .compare(baseline.alignedWith(candidate), candidate.alignedWith(baseline))
            .answered(Answer.REGRESSED)
            .stream()
            .map(verdict -> verdict.metric())
            .collect(Collectors.toSet());
  }

  /** A fifth more in the slowest hundredth of a job's runs, and nowhere else. */
  private static Run slowerTail(Run run) {
    SortedMap<Metric, Double> values = new TreeMap<>(run.values());
    values.replaceAll(
        (metric, value) ->
            PLACED.test(metric) && metric.name().matches("(sojourn|service)\\.p99")
                ? value * SLOWER_TAIL
                : value);
    return new Run(run.name(), values, run.scales());
  }

  private void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jfr")).sorted().toList()) {
        String name = file.getFileName().toString();
        String variant =
            name.startsWith(UNCHANGED) ? UNCHANGED : name.replaceAll("-\\d+\\.jfr", "");
        RecordedRun run = RecordedRun.of(name, Analyzer.summary(List.of(file), Analyzer.QUIET));
        variants.computeIfAbsent(variant, key -> new ArrayList<>()).add(run);
      }
    }
  }
}
