package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.Coverage;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.JobAccount;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.JobTimes;
import dev.sojourn.analyzer.summary.Jobs;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Span;
import dev.sojourn.analyzer.summary.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** Recorded runs of a job, written by hand: a hundred seconds each. */
final class RecordedRuns {
  static final String JOB = "com.acme.Orders";
  static final long SECONDS = 100;

  private RecordedRuns() {}

  /** A run whose jobs took these times, all of it in one component. */
  static RecordedRun of(String name, Component component, long... serviceNanos) {
    return of(name, jvm(name, "17.0.15+6", "-Xmx512m"), Set.of(), component, serviceNanos);
  }

  /** A process of its own for each name. */
  static Jvm jvm(String name, String build, String arguments) {
    String version = "JRE (" + build + ") for linux";
    return new Jvm(name.hashCode(), 1, "OpenJDK", version, arguments, "app.jar");
  }

  static RecordedRun of(
      String name, Jvm jvm, Set<Damage> damages, Component component, long... serviceNanos) {
    Source source =
        new Source(Map.of(name, new Span(0, SECONDS * 1_000_000_000L)), Set.of(jvm), damages, 0);
    JobAccount account =
        new JobAccount(counts(serviceNanos), times(serviceNanos), Series.empty(), Map.of());
    JobStatistics statistics =
        new JobStatistics(
            account,
            JobAccount.EMPTY,
            Map.of(),
            Map.of(),
            breakdown(component, serviceNanos),
            Series.empty());
    return RecordedRun.of(
        name, Summary.of(new Coverage(Map.of(name, source)), new Jobs(Map.of(JOB, statistics), 0)));
  }

  /** A run of many requests: its level and its tail differ a little from other runs'. */
  static RecordedRun random(Random random, int requests, LongUnaryOperator slowdown) {
    double level = Math.exp(0.01 * random.nextGaussian());
    double spread = 0.5 * Math.exp(0.01 * random.nextGaussian());
    long[] nanos = new long[requests];
    for (int i = 0; i < requests; i++) {
      double time = 1e7 * level * Math.exp(spread * random.nextGaussian());
      nanos[i] = slowdown.applyAsLong((long) time);
    }
    return of("run " + random.nextLong(), Component.CPU, nanos);
  }

  /** A run with a job of these times, and one that has next to none itself but waits for them. */
  static RecordedRun withVictim(String name, String victim, long waitingNanos, long... nanos) {
    RecordedRun run = of(name, Component.CPU, nanos);
    long n = nanos.length;
    JobTimes times =
        new JobTimes(
            Distribution.of(waitingNanos, n),
            Distribution.of(1000, n),
            Distribution.of(waitingNanos + 1000, n));
    long waited = n * waitingNanos;
    JobCounts counts = new JobCounts(n, 0, 0, 0, waited, n, n * 1000, 0, 0, 0, 0);
    JobStatistics statistics =
        new JobStatistics(
            new JobAccount(counts, times, Series.empty(), Map.of()),
            JobAccount.EMPTY,
            Map.of(),
            Map.of(),
            Breakdown.EMPTY,
            Series.empty());
    Map<String, JobStatistics> jobs = new TreeMap<>(run.summary().jobs().byName());
    jobs.put(victim, statistics);
    return RecordedRun.of(name, Summary.of(run.summary().coverage(), new Jobs(jobs, 0)));
  }

  private static JobCounts counts(long[] nanos) {
    long total = Arrays.stream(nanos).sum();
    return new JobCounts(
        nanos.length, 0, 0, 0, 0, 0, total, total, nanos.length * 1000L, nanos.length, total);
  }

  private static JobTimes times(long[] nanos) {
    Distribution times = distribution(nanos);
    return new JobTimes(Distribution.empty(), times, times);
  }

  private static Distribution distribution(long[] nanos) {
    List<Distribution> parts = Arrays.stream(nanos).sorted().mapToObj(Distribution::of).toList();
    while (parts.size() > 1) {
      List<Distribution> all = parts;
      parts =
          IntStream.range(0, (all.size() + 1) / 2)
              .mapToObj(
                  i ->
                      2 * i + 1 < all.size()
                          ? all.get(2 * i).plus(all.get(2 * i + 1))
                          : all.get(2 * i))
              .toList();
    }
    return parts.isEmpty() ? Distribution.empty() : parts.get(0);
  }

  private static Breakdown breakdown(Component component, long[] nanos) {
    Breakdown breakdown = Breakdown.EMPTY;
    Map<Integer, long[]> buckets = new TreeMap<>();
    for (long time : nanos) {
      long[] sum = buckets.computeIfAbsent(Breakdown.bucket(time), key -> new long[2]);
      sum[0]++;
      sum[1] += time;
    }
    for (Map.Entry<Integer, long[]> bucket : buckets.entrySet()) {
      ComponentTimes times =
          ComponentTimes.of(bucket.getValue()[0], Map.of(component, bucket.getValue()[1]));
      breakdown = breakdown.plus(new Breakdown(Map.of(bucket.getKey(), times)));
    }
    return breakdown;
  }
}
