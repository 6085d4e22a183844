package dev.sojourn.analyzer.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reads one file with all readers in turns, each pass in a fresh JVM's last of {@value #PASSES}
 * passes, and prints a table: CPU seconds of the first pass (cold) and of the last (warm), the
 * median, least and most over the rounds. Ends with 1 if two readers come to different results.
 */
public final class ReadingBenchmark {
  private static final int PASSES = 4;

  private final Path file;
  private final String heap;
  private final Map<Reader, List<double[]>> coldAndWarm = new EnumMap<>(Reader.class);
  private final Map<Reader, String> results = new EnumMap<>(Reader.class);

  private ReadingBenchmark(Path file, String heap) {
    this.file = file;
    this.heap = heap;
  }

  /** The file, the rounds, the heap such as 2g, and the readers if not all are wanted. */
  public static void main(String[] arguments) throws IOException {
    ReadingBenchmark benchmark = new ReadingBenchmark(Path.of(arguments[0]), arguments[2]);
    List<Reader> readers = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      readers.add(Reader.valueOf(arguments[i]));
    }
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      for (Reader reader : readers.isEmpty() ? List.of(Reader.values()) : readers) {
        benchmark.run(reader);
      }
    }
    benchmark.print();
    if (benchmark.results.values().stream().distinct().count() > 1) {
      System.exit(1);
    }
  }

  private void run(Reader reader) throws IOException {
    Process fork =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                ReadingFork.class.getName(),
                reader.name(),
                file.toString(),
                Integer.toString(PASSES))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String[]> passes = new ArrayList<>();
    try (BufferedReader lines = fork.inputReader(UTF_8)) {
      lines
          .lines()
          .filter(line -> line.startsWith("pass "))
          .forEach(line -> passes.add(line.split(" ", 4)));
    }
    if (passes.size() < PASSES) {
      results.put(reader, "failed");
      return;
    }
    String[] last = passes.get(PASSES - 1);
    results.put(reader, last[3]);
    coldAndWarm
        .computeIfAbsent(reader, r -> new ArrayList<>())
        .add(new double[] {number(passes.get(0)[1]), number(last[1]), number(last[2])});
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private void print() throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%s, %.0f MB, JDK %s, %d processors%n%n",
        file.getFileName(),
        Files.size(file) / 1e6,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
    System.out.println("| reader | cold, CPU s | warm, CPU s | warm, wall s | result |");
    System.out.println("| --- | --- | --- | --- | --- |");
    results.forEach(
        (reader, result) ->
            System.out.printf(
                "| %s | %s | %s | %s | %s |%n",
                reader.title(), spread(reader, 0), spread(reader, 1), spread(reader, 2), result));
  }

  private String spread(Reader reader, int column) {
    double[] sorted =
        Objects.requireNonNullElse(coldAndWarm.get(reader), List.<double[]>of()).stream()
            .mapToDouble(values -> values[column])
            .sorted()
            .toArray();
    return sorted.length == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f)",
            sorted[sorted.length / 2],
            sorted[0],
            sorted[sorted.length - 1]);
  }
}
