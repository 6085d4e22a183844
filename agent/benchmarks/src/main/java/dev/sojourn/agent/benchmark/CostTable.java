package dev.sojourn.agent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures each row with each subject in turns, every measurement in a JVM of its own, adds them to
 * a file, and prints all that is in the file as a table.
 */
public final class CostTable {
  private static final int WARMUPS = 3;
  private static final int ITERATIONS = 3;

  private final Path agent;
  private final Path peers;
  private final Path results;

  private CostTable(Path agent, Path peers, Path results) {
    this.agent = agent;
    this.peers = peers;
    this.results = results;
  }

  /**
   * Agent's jar, folder of the peers, file of the results, JDK's home, rounds, rows, subjects; the
   * last two separated by commas. With the first three alone it prints only.
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    CostTable table =
        new CostTable(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    if (arguments.length > 3) {
      List<Row> rows = Arrays.stream(arguments[5].split(",")).map(Row::named).toList();
      List<Subject> subjects = Arrays.stream(arguments[6].split(",")).map(Subject::named).toList();
      table.measure(Path.of(arguments[3]), Integer.parseInt(arguments[4]), rows, subjects);
    }
    System.out.print(table.read().markdown());
  }

  private void measure(Path jdk, int rounds, List<Row> rows, List<Subject> subjects)
      throws IOException, RunnerException {
    String version = version(jdk);
    int feature = Runtime.Version.parse(version).feature();
    for (int round = 0; round < rounds; round++) {
      for (Row row : rows) {
        for (Subject subject : subjects) {
          if (row.runsOn(feature) && subject.runsOn(feature)) {
            add(new Measurement(version, row, subject, nanos(jdk, row, subject)));
          }
        }
      }
    }
  }

  private double nanos(Path jdk, Row row, Subject subject) throws IOException, RunnerException {
    Path scratch = Files.createTempDirectory("cost");
    Options options =
        new OptionsBuilder()
            .include(row.benchmark())
            .jvm(jdk.resolve("bin/java").toString())
            .jvmArgs(subject.arguments(agent, peers, scratch).toArray(new String[0]))
            .forks(1)
            .warmupIterations(WARMUPS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.seconds(1))
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .addProfiler(CpuTime.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    return switch (row.metric()) {
      case TIME -> result.getPrimaryResult().getScore();
      case CPU -> result.getSecondaryResults().get(CpuTime.PROCESS).getScore();
      case OWN_CPU -> result.getSecondaryResults().get(CpuTime.WORKERS).getScore();
    };
  }

  private void add(Measurement measurement) throws IOException {
    Files.writeString(
        results,
        measurement + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Table read() throws IOException {
    return new Table(Files.readAllLines(results).stream().map(Measurement::parse).toList());
  }

  private static String version(Path jdk) throws IOException {
    Properties release = new Properties();
    try (var in = Files.newInputStream(jdk.resolve("release"))) {
      release.load(in);
    }
    return release.getProperty("JAVA_VERSION").replace("\"", "");
  }
}
