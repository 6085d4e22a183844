package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.statistics.AnnotatedSeries;
import dev.sojourn.analyzer.summary.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The drift detectors on public series, each taken for the service time of a job by second: the
 * artificial ones of the Numenta Anomaly Benchmark without anomaly, the first 15 % of all its
 * others, which are declared free of anomalies, and the Turing Change Point Dataset. Needs {@code
 * -Dsojourn.data=FOLDER}.
 */
@EnabledIfSystemProperty(named = "sojourn.data", matches = ".+")
class DriftBenchmark {
  private static final Path DATA = Path.of(System.getProperty("sojourn.data", "."));
  private static final List<DriftDetector> DETECTORS =
      List.of(new DriftDetector(Kind.LATENCY_TREND), new DriftDetector(Kind.LATENCY_SHIFT));

  /** The probationary part of each series, as the benchmark calls it. */
  private static final double PROBATION_SHARE = 0.15;

  @Test
  void artificialSeriesWithoutAnomaly_doNotAlarm() throws IOException {
    System.out.println("| series | values | alarms |");
    System.out.println("| --- | ---: | --- |");
    for (Path file : files("artificialNoAnomaly")) {
      double[] values = values(file);
      List<Finding> alarms = alarms(values);
      print(file.getFileName().toString(), values.length, alarms);
      assertThat(alarms).as(file.toString()).isEmpty();
    }
  }

  @Test
  void firstPartsOfAllSeries_areTold() throws IOException {
    int series = 0;
    int alarms = 0;
    for (String group : List.of("artificialWithAnomaly", "realAWSCloudwatch", "realKnownCause")) {
      for (Path file : files(group)) {
        double[] all = values(file);
        double[] first = Arrays.copyOf(all, (int) (PROBATION_SHARE * all.length));
        List<Finding> found = alarms(first);
        series++;
        alarms += found.isEmpty() ? 0 : 1;
        if (!found.isEmpty()) {
          print(file.getFileName().toString(), first.length, found);
        }
      }
    }
    System.out.printf("alarms in the first parts: %d of %d series%n", alarms, series);
  }

  @Test
  void annotatedSeries_alarmOnlyWhereSomebodySawAChange() throws IOException {
    System.out.println("| series | values | alarms |");
    System.out.println("| --- | ---: | --- |");
    for (AnnotatedSeries series : AnnotatedSeries.readAll(DATA.resolve("TCPD"))) {
      List<Finding> alarms = alarms(series.values());
      print(series.name(), series.values().length, alarms);
      if (series.annotations().stream().allMatch(marks -> marks.length == 1)) {
        assertThat(alarms).as(series.name()).isEmpty();
      }
    }
  }

  /** What is more than info, of values that are taken for milliseconds. */
  private static List<Finding> alarms(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    double shift = least > 0 ? 0 : 1 - least;
    Scene scene =
        Scene.lasting(values.length)
            .job("series", "workers", 20, i -> values[i] + shift, Map.of(Component.CPU, 1.0));
    List<Finding> alarms = new ArrayList<>();
    DETECTORS.forEach(detector -> alarms.addAll(scene.foundBy(detector)));
    alarms.removeIf(finding -> finding.severity() == Severity.INFO);
    return alarms;
  }

  private static void print(String name, int values, List<Finding> alarms) {
    StringBuilder told = new StringBuilder();
    for (Finding alarm : alarms) {
      double factor = alarm.impact().to() / alarm.impact().from();
      told.append(String.format(Locale.ROOT, "%s × %.2f ", alarm.kind().label(), factor));
    }
    System.out.printf("| %s | %d | %s |%n", name, values, alarms.isEmpty() ? "none" : told);
  }

  private static List<Path> files(String group) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve("NAB/data").resolve(group))) {
      return files.sorted().toList();
    }
  }

  private static double[] values(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
          .toArray();
    }
  }
}
