package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Site;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The method of the program that was seen most often on a processor.
 *
 * @param method qualified
 * @param line the line in it that was seen most; -1 where it is not known
 * @param samples how often it was seen
 * @param share of all samples of the program's threads
 */
record HotMethod(String method, int line, long samples, double share) {
  /** The interval at which JFR's own settings, and the agent's, take samples. */
  private static final long SAMPLE_NANOS = 20_000_000;

  /** The hottest of all. */
  static Optional<HotMethod> hottest(Workload workload) {
    return hottest(workload, actor -> true);
  }

  /** The hottest of some jobs. */
  static Optional<HotMethod> hottest(Workload workload, Predicate<Actor> actors) {
    Map<String, Map<Integer, Long>> lines = new TreeMap<>();
    long all = 0;
    for (Map.Entry<SampleKey, Long> sample : samples(workload.summary().samples()).entrySet()) {
      SampleKey key = sample.getKey();
      if (!key.inNative() && actors.test(key.actor()) && isOfProgram(key.site())) {
        all += sample.getValue();
        lines
            .computeIfAbsent(key.site().method(), method -> new TreeMap<>())
            .merge(key.site().line(), sample.getValue(), Long::sum);
      }
    }
    return hottest(lines, all);
  }

  /** The agent weaves classes in the threads that load them. */
  private static boolean isOfProgram(Site site) {
    return !site.equals(Site.UNKNOWN) && !site.ofAgent();
  }

  /** How many threads were in it at once, in the mean. */
  double concurrency(Workload workload) {
    return (double) samples * SAMPLE_NANOS / workload.coveredNanos();
  }

  Culprit culprit() {
    return Culprit.UNKNOWN.withMethod(method, line);
  }

  private static Optional<HotMethod> hottest(Map<String, Map<Integer, Long>> lines, long all) {
    return lines.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), all))
        .max(Comparator.comparingLong(HotMethod::samples));
  }

  private static HotMethod of(String method, Map<Integer, Long> lines, long all) {
    long samples = lines.values().stream().mapToLong(Long::longValue).sum();
    int line = lines.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new HotMethod(method, line, samples, (double) samples / all);
  }

  /** Samples by CPU time where there are any, since those are not biased. */
  private static Map<SampleKey, Long> samples(Samples samples) {
    if (samples.cpuTime().isEmpty()) {
      return samples.execution();
    }
    Map<SampleKey, Long> counts = new TreeMap<>();
    samples.cpuTime().forEach((key, total) -> counts.put(key, total.count()));
    return counts;
  }
}
