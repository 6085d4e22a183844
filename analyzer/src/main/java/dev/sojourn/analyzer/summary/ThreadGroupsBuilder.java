package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.JobRun;
import java.util.HashMap;
import java.util.Map;

/** Collects what groups of threads spent their time on. */
final class ThreadGroupsBuilder {
  private final long samplePeriodNanos;
  private final Map<String, OneGroup> byName = new HashMap<>();
  private final Map<SampleKey, Long> samples = new HashMap<>();

  ThreadGroupsBuilder(long samplePeriodNanos) {
    this.samplePeriodNanos = samplePeriodNanos;
  }

  void add(ThreadHistory history) {
    OneGroup group = byName.computeIfAbsent(history.group().name(), name -> new OneGroup());
    for (ExecutionSample sample : history.samples().all()) {
      addSample(group, history, sample);
    }
    if (history.isJavaThread()) {
      addTimes(group, history);
    }
  }

  ThreadGroups build() {
    Map<String, ThreadGroup> groups = new HashMap<>();
    byName.forEach((name, group) -> groups.put(name, group.build()));
    return new ThreadGroups(Sums.sorted(groups));
  }

  Map<SampleKey, Long> buildSamples() {
    return Sums.sorted(samples);
  }

  private void addSample(OneGroup group, ThreadHistory history, ExecutionSample sample) {
    Actor actor = history.actorAt(sample.startEpochNanos());
    Site site = history.sites().site(sample.stackTrace());
    samples.merge(new SampleKey(actor, site, sample.inNative()), 1L, Long::sum);
    group.samples++;
    if (!sample.inNative()) {
      group.add(sample.startEpochNanos(), Component.CPU, samplePeriodNanos);
    }
  }

  private static void addTimes(OneGroup group, ThreadHistory history) {
    Timeline timeline = history.timeline();
    for (int i = 0; i < timeline.size(); i++) {
      long nanos = timeline.end(i) - timeline.start(i);
      group.add(timeline.end(i), timeline.subject(i).component(), nanos);
    }
    for (JobRun run : history.runIndex().outermost()) {
      group.inJobsNanos += timeline.explainedNanos(run.startEpochNanos(), run.endEpochNanos());
    }
  }

  private static final class OneGroup {
    private final Map<Long, long[]> bySecond = new HashMap<>();
    private long samples;
    private long inJobsNanos;

    void add(long epochNanos, Component component, long nanos) {
      bySecond
              .computeIfAbsent(
                  TimeTotals.second(epochNanos), second -> new long[Component.values().length])[
              component.ordinal()] +=
          nanos;
    }

    ThreadGroup build() {
      Map<Long, ComponentTimes> times = new HashMap<>();
      bySecond.forEach((second, nanos) -> times.put(second, ComponentTimes.of(0, nanos)));
      return new ThreadGroup(Series.ofSeconds(times), samples, inJobsNanos);
    }
  }
}
