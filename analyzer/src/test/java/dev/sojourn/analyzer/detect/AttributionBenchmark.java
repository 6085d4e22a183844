package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.statistics.SlowMode;
import dev.sojourn.analyzer.summary.Breakdown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whether what was injected into requests is named first, on the requests of two systems: DeLag,
 * Traini and Cortellessa, IEEE TSE 49(6), 2023. Requests come in the buckets in which a summary
 * keeps runs, and nothing is told of which were injected. Needs {@code -Dsojourn.data=FOLDER}.
 */
@EnabledIfSystemProperty(named = "sojourn.data", matches = ".+")
class AttributionBenchmark {
  @Test
  void whatWasInjected_isNamedFirst() throws IOException {
    System.out.println("| system | scenarios | ranked by | found among the first | first is one |");
    System.out.println("| --- | ---: | --- | ---: | ---: |");
    for (String system : List.of("eshopper", "trainticket")) {
      List<InjectedRequests> scenarios =
          InjectedRequests.readAll(
              Path.of(System.getProperty("sojourn.data"), "DeLag", "data", system));
      score(system, scenarios, "mean time", InjectedRequests::means);
      score(system, scenarios, "covariance", InjectedRequests::covariances);
      double recall = score(system, scenarios, "slow mode", AttributionBenchmark::excess);
      assertThat(recall).isGreaterThanOrEqualTo(0.9);
    }
  }

  private static double score(
      String system,
      List<InjectedRequests> scenarios,
      String by,
      Function<InjectedRequests, double[]> scores) {
    double recall = 0;
    double first = 0;
    for (InjectedRequests scenario : scenarios) {
      Set<Integer> injected = scenario.injected();
      List<Integer> ranking = InjectedRequests.ranking(scores.apply(scenario));
      Set<Integer> found = new HashSet<>(ranking.subList(0, injected.size()));
      found.retainAll(injected);
      recall += found.size() / (double) injected.size() / scenarios.size();
      first += injected.contains(ranking.get(0)) ? 1.0 / scenarios.size() : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %.3f | %.2f |%n",
        system,
        scenarios.size(),
        by,
        recall,
        first);
    return recall;
  }

  /** As {@link SlowRuns} asks for it. */
  private static double[] excess(InjectedRequests requests) {
    TreeMap<Integer, double[]> buckets = new TreeMap<>();
    int width = requests.components() + 2;
    for (int row = 0; row < requests.size(); row++) {
      int bucket = Breakdown.bucket((long) (1e6 * requests.latencyMillis(row)));
      double[] sums = buckets.computeIfAbsent(bucket, b -> new double[width]);
      sums[0]++;
      sums[1] += requests.latencyMillis(row);
      for (int component = 0; component < requests.components(); component++) {
        sums[component + 2] += requests.componentMillis(row, component);
      }
    }
    double[][] all = buckets.values().toArray(new double[0][]);
    double[] lengths = new double[all.length];
    double[] counts = new double[all.length];
    double[][] parts = new double[all.length][];
    for (int i = 0; i < all.length; i++) {
      counts[i] = all[i][0];
      lengths[i] = all[i][1] / all[i][0];
      parts[i] = Arrays.copyOfRange(all[i], 2, width);
    }
    return SlowMode.of(lengths, counts, parts).orElseThrow().excess().stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
