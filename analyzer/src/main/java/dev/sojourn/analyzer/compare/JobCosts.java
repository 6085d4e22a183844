package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run of a job costs on one side of a comparison: means over all of the side's recordings.
 */
final class JobCosts {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Where Linux begins to pick; other systems begin later. */
  private static final int FIRST_PICKED_PORT = 32_768;

  private final List<Summary> summaries;

  JobCosts(List<Summary> summaries) {
    this.summaries = summaries;
  }

  Set<String> jobs() {
    Set<String> jobs = new TreeSet<>();
    summaries.forEach(summary -> jobs.addAll(summary.jobs().byName().keySet()));
    return jobs;
  }

  long runs(String job) {
    return summaries.stream().mapToLong(summary -> of(summary, job).total().runs()).sum();
  }

  /**
   * Nanoseconds by component for each run.
   *
   * @param tail quantile of the sojourn time from which on runs count; 0 for all
   */
  SortedMap<String, Double> componentsPerRun(String job, double tail) {
    ComponentTimes total = ComponentTimes.EMPTY;
    for (Summary summary : summaries) {
      Breakdown breakdown = of(summary, job).breakdown();
      total = total.plus(tail == 0 ? breakdown.total() : breakdown.tail(tail));
    }
    SortedMap<String, Double> perRun = new TreeMap<>();
    for (Component component : Component.values()) {
      if (total.runs() > 0) {
        perRun.merge(
            component.told().name().toLowerCase(Locale.ROOT),
            total.nanos(component) / (double) total.runs(),
            Double::sum);
      }
    }
    return perRun;
  }

  /** Nanoseconds of a component that a job took in a second of recorded time. */
  double perSecond(String job, String component) {
    long runs = runs(job);
    double nanos = summaries.stream().mapToDouble(s -> s.coverage().coveredNanos()).sum();
    double perRun = componentsPerRun(job, 0).getOrDefault(component, 0.0);
    return nanos == 0 ? 0 : perRun * runs * NANOS_PER_SECOND / nanos;
  }

  SortedMap<String, Double> locksPerRun(Actor actor) {
    SortedMap<String, Double> nanos = new TreeMap<>();
    for (Summary summary : summaries) {
      summary
          .locks()
          .byKey()
          .forEach(
              (key, statistics) -> {
                if (key.family().blocks()) {
                  add(nanos, key.name(), statistics.victims().get(actor));
                }
              });
    }
    return perRun(nanos, actor);
  }

  SortedMap<String, Double> endpointsPerRun(Actor actor) {
    SortedMap<String, Double> nanos = new TreeMap<>();
    for (Summary summary : summaries) {
      summary
          .endpoints()
          .byKey()
          .forEach(
              (key, statistics) -> add(nanos, stable(key).name(), statistics.actors().get(actor)));
    }
    return perRun(nanos, actor);
  }

  /** A port that the system picks is another one in each run. */
  static EndpointKey stable(EndpointKey endpoint) {
    String name = endpoint.name();
    int colon = name.lastIndexOf(':');
    String port = name.substring(colon + 1);
    boolean picked =
        colon >= 0 && port.matches("\\d{5}") && Integer.parseInt(port) >= FIRST_PICKED_PORT;
    String kept = picked ? name.substring(0, colon) + ":*" : name;
    return new EndpointKey(endpoint.kind(), kept, endpoint.operation());
  }

  /** CPU time by method: the measured CPU time, split as the samples fall. */
  SortedMap<String, Double> methodsPerRun(Actor actor) {
    SortedMap<String, Double> samples = new TreeMap<>();
    for (Summary summary : summaries) {
      summary.samples().execution().forEach((key, count) -> sample(samples, key, actor, count));
    }
    double all = samples.values().stream().mapToDouble(Double::doubleValue).sum();
    double cpuNanos =
        componentsPerRun(actor.name(), 0)
            .getOrDefault(Component.CPU.name().toLowerCase(Locale.ROOT), 0.0);
    samples.replaceAll((method, count) -> count / all * cpuNanos);
    return samples;
  }

  SortedMap<String, Double> allocationsPerRun(String job) {
    Actor actor = Actor.job(job);
    SortedMap<String, Double> bytes = new TreeMap<>();
    for (Summary summary : summaries) {
      summary
          .allocations()
          .byKey()
          .forEach(
              (key, amount) -> {
                if (key.actor().equals(actor) && !key.site().ofAgent()) {
                  bytes.merge(name(key), (double) amount.bytes(), Double::sum);
                }
              });
    }
    return perRun(bytes, actor);
  }

  private static String name(AllocationKey key) {
    String method = key.site().method();
    return Roster.isRest(method) ? method : method + " of " + key.className();
  }

  private static void sample(
      SortedMap<String, Double> samples, SampleKey key, Actor actor, long count) {
    if (key.actor().equals(actor) && !key.inNative() && !key.site().ofAgent()) {
      samples.merge(key.site().method(), (double) count, Double::sum);
    }
  }

  private static void add(SortedMap<String, Double> nanos, String name, TimeTotal time) {
    if (time != null) {
      nanos.merge(name, (double) time.totalNanos(), Double::sum);
    }
  }

  private SortedMap<String, Double> perRun(SortedMap<String, Double> totals, Actor actor) {
    long runs = runs(actor.name());
    totals.replaceAll((name, total) -> total / runs);
    return totals;
  }

  private static JobStatistics of(Summary summary, String job) {
    return summary.jobs().byName().getOrDefault(job, JobStatistics.EMPTY);
  }
}
