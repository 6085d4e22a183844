package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The operation on files that took most time, on all of them together: one read of one file among
 * hundreds says nothing.
 *
 * @param operation which
 * @param path the file in which most of the time passed; else the files whose names differ in
 *     numbers only, with {@code *} in their place; else the folder; empty where none stands for it
 * @param statistics of the operation on all files
 */
record FileUse(EndpointKey.Operation operation, String path, EndpointStatistics statistics) {
  private static final double MOST = 0.5;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** The one of a recording; empty where there are no file events. */
  static Optional<FileUse> most(Workload workload) {
    Map<EndpointKey.Operation, EndpointStatistics> operations = new TreeMap<>();
    files(workload)
        .forEach((key, file) -> operations.merge(key.operation(), file, EndpointStatistics::plus));
    return operations.entrySet().stream()
        .filter(entry -> entry.getValue().total().count() > 0)
        .max(Comparator.comparingLong(entry -> entry.getValue().total().totalNanos()))
        .map(entry -> new FileUse(entry.getKey(), path(workload, entry), entry.getValue()));
  }

  static boolean isRecorded(Workload workload) {
    return !files(workload).isEmpty();
  }

  /** The place that does it most, and the path. */
  Culprit culprit() {
    Culprit culprit = Culprit.UNKNOWN.withPath(path);
    return statistics.sites().entrySet().stream()
        .max(Comparator.comparingLong(site -> site.getValue().totalNanos()))
        .map(site -> culprit.withMethod(site.getKey().method(), site.getKey().line()))
        .orElse(culprit);
  }

  Evidence[] evidence() {
    String name = operation.name().toLowerCase(Locale.ROOT);
    TimeTotal total = statistics.total();
    return new Evidence[] {
      Evidence.count("times " + name, total.count()),
      Evidence.nanos("mean " + name, (double) total.totalNanos() / total.count()),
      Evidence.nanos("longest " + name, total.maxNanos()),
      Evidence.bytes("bytes", statistics.bytes())
    };
  }

  private static String path(
      Workload workload, Map.Entry<EndpointKey.Operation, EndpointStatistics> operation) {
    double all = operation.getValue().total().totalNanos();
    return Stream.<Function<String, String>>of(
            name -> name, name -> NUMBER.matcher(name).replaceAll("*"), FileUse::folder)
        .map(name -> longest(workload, operation.getKey(), all, name))
        .filter(path -> !path.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String longest(
      Workload workload, EndpointKey.Operation operation, double all, Function<String, String> of) {
    Map<String, Long> nanos = new TreeMap<>();
    files(workload)
        .forEach(
            (key, file) -> {
              if (key.operation() == operation) {
                nanos.merge(of.apply(key.name()), file.total().totalNanos(), Long::sum);
              }
            });
    return nanos.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(longest -> longest.getValue() >= MOST * all)
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Recordings come from other systems, so both separators count. */
  private static String folder(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))));
  }

  private static Map<EndpointKey, EndpointStatistics> files(Workload workload) {
    Map<EndpointKey, EndpointStatistics> files =
        new TreeMap<>(workload.summary().endpoints().byKey());
    files.keySet().removeIf(key -> key.kind() != EndpointKey.Kind.FILE);
    return files;
  }
}
