package dev.sojourn.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.Analyzer;
import dev.sojourn.analyzer.recording.InstalledJdks;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is analyzed of jobs agrees with what they measured of themselves. Both are of the same runs,
 * so it does not matter how busy the machine is.
 */
class BreakdownIT {
  private static final Path AGENT =
      Path.of("../agent/javaagent/target/sojourn-agent.jar").toAbsolutePath();

  private static final double TOLERANCE = 0.05;
  private static final double TAIL_QUANTILE = 0.99;
  private static final double APART_RATIO = 0.9;

  /** The JVM's own account of its collections counts in whole milliseconds. */
  private static final double COLLECTION_NANOS = 1e6;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("jdks")
  void partsOfJobs_areWhatTheyMeasured(int feature) throws Exception {
    Path recording = folder.resolve("parts.jfr");
    Path truthFile = folder.resolve("truth.properties");
    List<String> options = List.of("-XX:+UseSerialGC", "-javaagent:" + AGENT + "=out=" + recording);
    int exitCode =
        InstalledJdks.run(
            feature, TimedParts.class, options, truthFile.toString(), folder.toString());
    assertThat(exitCode).isZero();
    Map<String, Long> truth =
        Files.readAllLines(truthFile).stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));

    Summary summary = Analyzer.summary(List.of(recording), Analyzer.QUIET).settled();

    mixed(summary, truth);
    ComponentTimes queued = breakdown(summary, "Queued");
    assertAgree(queued, truth, "Queued", Component.QUEUED);
    assertAgree(queued, truth, "Queued", Component.SLEPT);
    ComponentTimes late = breakdown(summary, "Late");
    assertAgree(late, truth, "Late", Component.LATE);
    assertAgree(late, truth, "Late", Component.SLEPT);
    collected(summary, truth);
  }

  private static void mixed(Summary summary, Map<String, Long> truth) {
    ComponentTimes all = breakdown(summary, "Mixed");
    ComponentTimes tail = job(summary, "Mixed").breakdown().tail(TAIL_QUANTILE);
    assertThat(all.runs()).isEqualTo(truth.get("Mixed.RUNS") + truth.get("Mixed.tail.RUNS"));
    assertThat(tail.runs()).isBetween(1L, truth.get("Mixed.tail.RUNS"));
    long unmeasured = all.runs() - job(summary, "Mixed").total().measuredRuns();
    for (Component component : components(truth)) {
      long inTail = truth.get("Mixed.tail." + component);
      long inAll = truth.get("Mixed." + component) + inTail;
      long lacking = component == Component.CPU ? unmeasured : 0;
      assertAgree("mean", all, component, inAll, lacking);
      if (tail.runs() == truth.get("Mixed.tail.RUNS") && isApart(truth)) {
        assertAgree("tail", tail, component, inTail, Math.min(lacking, tail.runs()));
      }
    }
    double service = truth.get("Mixed.SERVICE") + truth.get("Mixed.tail.SERVICE");
    assertThat((double) all.totalNanos() - all.nanos(Component.QUEUED))
        .isCloseTo(service, within(TOLERANCE * service));
  }

  /** On a machine that others have, a run may last as long as those that are made to. */
  private static boolean isApart(Map<String, Long> truth) {
    return truth.get("Mixed.OUTERMOST") < APART_RATIO * truth.get("Mixed.tail.OUTERMOST");
  }

  /**
   * What the agent did not measure, since it measures threads from its first full second on, is
   * told by samples as far as there are any; how many runs that were is in the recording.
   */
  private static void assertAgree(
      String of, ComponentTimes times, Component component, double nanos, long lackingRuns) {
    double known = nanos * (times.runs() - lackingRuns) / times.runs();
    assertThat((double) times.nanos(component))
        .as(of + " " + component)
        .isBetween((1 - TOLERANCE) * known, (1 + TOLERANCE) * nanos);
  }

  private static Set<Component> components(Map<String, Long> truth) {
    return Arrays.stream(Component.values())
        .filter(component -> truth.containsKey("Mixed." + component))
        .collect(Collectors.toSet());
  }

  private static void collected(Summary summary, Map<String, Long> truth) {
    ComponentTimes times = breakdown(summary, "Collected");
    double expected = truth.get("Collected.GC");
    assertThat((double) times.nanos(Component.GC))
        .isCloseTo(expected, within(TOLERANCE * expected + COLLECTION_NANOS * times.runs()));
  }

  private static void assertAgree(
      ComponentTimes times, Map<String, Long> truth, String job, Component component) {
    double expected = truth.get(job + "." + component);
    assertThat(times.runs()).isEqualTo(truth.get(job + ".RUNS"));
    assertThat((double) times.nanos(component))
        .as(job + " " + component)
        .isCloseTo(expected, within(TOLERANCE * expected));
  }

  private static ComponentTimes breakdown(Summary summary, String job) {
    return job(summary, job).breakdown().total();
  }

  private static JobStatistics job(Summary summary, String name) {
    return summary.jobs().byName().entrySet().stream()
        .filter(job -> job.getKey().matches(".*\\$" + name + "\\b.*"))
        .map(Map.Entry::getValue)
        .reduce(JobStatistics.EMPTY, JobStatistics::plus);
  }

  static Set<Integer> jdks() {
    return InstalledJdks.byFeature().keySet();
  }
}
