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

  /** Counts samples and times, open or not: the group is known. */
  void addTimes(ThreadHistory history) {
    OneGroup group = of(history);
    for (ExecutionSample sample : history.samples().all()) {
      group.samples++;
      if (!sample.inNative()) {
        group.add(sample.startEpochNanos(), Component.CPU, samplePeriodNanos);
      }
    }
    if (history.isJavaThread()) {
      Timeline timeline = history.timeline();
      for (int i = 0; i < timeline.size(); i++) {
        long nanos = timeline.end(i) - timeline.start(i);
        group.add(timeline.end(i), timeline.subject(i).component(), nanos);
      }
    }
  }

  /** Tells what of it was done in jobs, where that is decided. */
  void addActors(ThreadHistory history) {
    for (ExecutionSample sample : history.samples().all()) {
      if (!history.isOpenAt(sample.startEpochNanos())) {
        Actor actor = history.actorAt(sample.startEpochNanos());
        Site site = history.sites().site(sample.stackTrace());
        samples.merge(new SampleKey(actor, site, sample.inNative()), 1L, Long::sum);
      }
    }
    for (JobRun run : history.runIndex().outermost()) {
      if (history.isJavaThread() && !history.isOpen(run)) {
        of(history).inJobsNanos +=
            history.timeline().explainedNanos(run.startEpochNanos(), run.endEpochNanos());
      }
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

  private OneGroup of(ThreadHistory history) {
    return byName.computeIfAbsent(history.group().name(), name -> new OneGroup());
  }

  private static final class OneGroup {
    private final ComponentTotals<Long> bySecond = new ComponentTotals<>();
    private long samples;
    private long inJobsNanos;

    void add(long epochNanos, Component component, long nanos) {
      bySecond.add(TimeTotals.second(epochNanos), component, nanos);
    }

    ThreadGroup build() {
      return new ThreadGroup(Series.ofSeconds(bySecond.build()), samples, inJobsNanos);
    }
  }
}
