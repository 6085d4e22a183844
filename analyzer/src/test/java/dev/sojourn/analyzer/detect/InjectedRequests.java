package dev.sojourn.analyzer.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The requests of one scenario of DeLag: into some of them one delay was injected, into some
 * another, each into a component or several.
 *
 * @param rows latency, then time of each component, then 0, 1 or 2 for what was injected
 */
record InjectedRequests(List<double[]> rows) {
  /**
   * A component is injected, or contains one that is, if it carries this share of what the labelled
   * requests take longer.
   */
  private static final double LEAST_SHARE = 0.1;

  static List<InjectedRequests> readAll(Path folder) throws IOException {
    List<InjectedRequests> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          all.add(new InjectedRequests(lines.skip(1).map(InjectedRequests::row).toList()));
        }
      }
    }
    return all;
  }

  int size() {
    return rows.size();
  }

  int components() {
    return rows.get(0).length - 2;
  }

  double latencyMillis(int row) {
    return rows.get(row)[0];
  }

  double componentMillis(int row, int component) {
    return rows.get(row)[component + 1];
  }

  /** The truth, by the labels. */
  Set<Integer> injected() {
    Set<Integer> injected = new TreeSet<>();
    double[] plain = meansOf(0);
    for (int label = 1; label <= 2; label++) {
      double[] slow = meansOf(label);
      for (int column = 1; column <= components(); column++) {
        if (slow[column] - plain[column] >= LEAST_SHARE * (slow[0] - plain[0])) {
          injected.add(column - 1);
        }
      }
    }
    return injected;
  }

  /** Mean time of each component. */
  double[] means() {
    return IntStream.range(1, components() + 1).mapToDouble(this::mean).toArray();
  }

  /** Covariance of each component with the latency. */
  double[] covariances() {
    double latency = mean(0);
    double[] covariances = new double[components()];
    for (int i = 0; i < covariances.length; i++) {
      double mean = mean(i + 1);
      for (double[] row : rows) {
        covariances[i] += (row[0] - latency) * (row[i + 1] - mean) / rows.size();
      }
    }
    return covariances;
  }

  /** The components, the highest score first. */
  static List<Integer> ranking(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .toList();
  }

  private double mean(int column) {
    return rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
  }

  private double[] meansOf(int label) {
    List<double[]> labelled = rows.stream().filter(row -> row[row.length - 1] == label).toList();
    return IntStream.range(0, components() + 1)
        .mapToDouble(c -> labelled.stream().mapToDouble(row -> row[c]).average().orElse(0))
        .toArray();
  }

  private static double[] row(String line) {
    return Stream.of(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
