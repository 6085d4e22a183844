package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * When an executor had more to do than it could.
 *
 * @param phases in order
 * @param sampled the time between the first sample and the last
 */
record OverloadPhases(List<Span> phases, Span sampled) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Samples that follow one another and are overloaded are one phase. */
  static OverloadPhases of(Series<ExecutorState> series, Predicate<ExecutorState> overloaded) {
    List<Span> phases = new ArrayList<>();
    long begin = Long.MAX_VALUE;
    long end = 0;
    for (Map.Entry<Long, ExecutorState> sample : series.bins().entrySet()) {
      long since = sample.getKey() * NANOS_PER_SECOND;
      begin = Math.min(begin, since);
      end = since + series.binNanos();
      if (overloaded.test(sample.getValue())) {
        add(phases, new Span(since, end));
      }
    }
    return new OverloadPhases(List.copyOf(phases), new Span(Math.min(begin, end), end));
  }

  /** Whether the last of them was still going on at the end. */
  boolean lastsToTheEnd() {
    return !phases.isEmpty() && last().endEpochNanos() == sampled.endEpochNanos();
  }

  /** What there is to say of them, with what the runs of some jobs suffered meanwhile. */
  Evidence[] evidence(Workload workload, List<Subject> subjects) {
    if (phases.isEmpty()) {
      return new Evidence[0];
    }
    double nanos = phases.stream().mapToDouble(Span::nanos).sum();
    double longestNanos = phases.stream().mapToDouble(Span::nanos).max().orElse(0);
    return new Evidence[] {
      Evidence.count("phases of overload", phases.size()),
      Evidence.share("of the time overloaded", nanos / sampled.nanos()),
      Evidence.count("failed or rejected meanwhile", lost(workload, subjects)),
      lastsToTheEnd()
          ? Evidence.nanos("never recovered from the last, until the end", last().nanos())
          : Evidence.nanos("recovered from the longest after", longestNanos)
    };
  }

  private long lost(Workload workload, List<Subject> subjects) {
    long lost = 0;
    for (Subject subject : subjects) {
      Series<JobCounts> series = workload.summary().jobs().byName().get(subject.name()).series();
      for (Map.Entry<Long, JobCounts> bin : series.bins().entrySet()) {
        JobCounts counts = bin.getValue();
        lost += covers(bin.getKey() * NANOS_PER_SECOND) ? counts.failures() + counts.rejected() : 0;
      }
    }
    return lost;
  }

  private boolean covers(long epochNanos) {
    return phases.stream()
        .anyMatch(
            phase -> phase.beginEpochNanos() <= epochNanos && epochNanos < phase.endEpochNanos());
  }

  private Span last() {
    return phases.get(phases.size() - 1);
  }

  private static void add(List<Span> phases, Span next) {
    Span before = phases.isEmpty() ? next : phases.get(phases.size() - 1);
    if (before.endEpochNanos() == next.beginEpochNanos()) {
      phases.set(phases.size() - 1, new Span(before.beginEpochNanos(), next.endEpochNanos()));
    } else {
      phases.add(next);
    }
  }
}
