package dev.sojourn.analyzer.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.analyzer.statistics.HarrellDavis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One JMH benchmark of Traini et al., "Towards effective assessment of steady state performance in
 * Java software: are we there yet?" (EMSE 2022), replication package data/timeseries/all: a number
 * per fork, the median of its second half of iterations.
 *
 * @param project whose benchmark it is
 * @param name of the benchmark and its parameters
 * @param forkMedians one for each of ten forks
 */
record ForkSeries(String project, String name, double[] forkMedians) {
  static List<ForkSeries> readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .parallel()
          .map(ForkSeries::read)
          .toList();
    }
  }

  private static ForkSeries read(Path file) {
    try {
      double[][] forks = new ObjectMapper().readValue(file.toFile(), double[][].class);
      String name = file.getFileName().toString();
      double[] medians = Arrays.stream(forks).mapToDouble(ForkSeries::median).toArray();
      return new ForkSeries(name.substring(0, name.indexOf('#')), name, medians);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double median(double[] iterations) {
    double[] steady = Arrays.copyOfRange(iterations, iterations.length / 2, iterations.length);
    return HarrellDavis.quantile(steady, 0.5);
  }
}
