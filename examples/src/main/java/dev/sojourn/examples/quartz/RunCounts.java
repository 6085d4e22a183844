package dev.sojourn.examples.quartz;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What the jobs count of themselves. Thread-safe. */
final class RunCounts {
  private final Map<String, Count> counts = new ConcurrentSkipListMap<>();

  private record Count(
      LongAdder runs, LongAdder failures, LongAdder latenessMillis, LongAccumulator mostMillis) {
    private Count() {
      this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAccumulator(Long::max, 0));
    }
  }

  /** A run of {@code job} begins, so many milliseconds after it was due. */
  void begun(String job, long latenessMillis) {
    Count count = counts.computeIfAbsent(job, unused -> new Count());
    count.runs().increment();
    count.latenessMillis().add(latenessMillis);
    count.mostMillis().accumulate(latenessMillis);
  }

  /** A run of {@code job} has failed. */
  void failed(String job) {
    counts.get(job).failures().increment();
  }

  /** A header and one line for each job. */
  String table() {
    StringBuilder table = new StringBuilder(line("job", "runs", "failures", "late ms", "most ms"));
    counts.forEach(
        (job, count) ->
            table.append(
                line(
                    job,
                    count.runs(),
                    count.failures(),
                    count.latenessMillis(),
                    count.mostMillis())));
    return table.toString();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-60s %8s %8s %8s %8s%n", cells);
  }
}
