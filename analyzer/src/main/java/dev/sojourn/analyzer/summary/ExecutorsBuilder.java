package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ExecutorSample;
import dev.sojourn.analyzer.event.JobRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Collects what is known of the executors. */
final class ExecutorsBuilder {
  private final Map<String, OneName> byName = new HashMap<>();

  void accept(ExecutorSample sample) {
    of(sample.executor()).add(sample);
  }

  void accept(JobRun run) {
    if (run.executor() != null) {
      of(run.executor()).jobs.add(run.job(), run.durationNanos(), run.weight());
    }
  }

  /** How many there are. */
  int size() {
    return byName.size();
  }

  Executors build() {
    Map<String, ExecutorStatistics> executors = new HashMap<>();
    byName.forEach((name, one) -> executors.put(name, one.build()));
    return new Executors(Sums.sorted(executors));
  }

  private OneName of(String executor) {
    String name = Objects.requireNonNullElse(executor, "");
    return byName.computeIfAbsent(name, n -> new OneName());
  }

  private static final class OneName {
    private final Map<String, Long> classNames = new HashMap<>();
    private final Accumulation<Long, ExecutorState> instances = new Accumulation<>();
    private final Accumulation<Long, ExecutorState> bySecond = new Accumulation<>();
    private final TimeTotals<String> jobs = new TimeTotals<>();

    void add(ExecutorSample sample) {
      ExecutorState state =
          new ExecutorState(
              Gauge.of(sample.queueLength()),
              Gauge.of(sample.active()),
              Gauge.of(sample.size()),
              Gauge.of(sample.maximum()),
              Gauge.of(sample.completed()),
              Gauge.of(sample.rejected()));
      classNames.merge(Objects.requireNonNullElse(sample.executorClass(), ""), 1L, Long::sum);
      instances.add(sample.executorId(), state);
      bySecond.add(TimeTotals.second(sample.startEpochNanos()), state);
    }

    ExecutorStatistics build() {
      return new ExecutorStatistics(
          Sums.sorted(classNames), instances.build(), Accumulation.series(bySecond), jobs.build());
    }
  }
}
