package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Allocations;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.Coverage;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Endpoints;
import dev.sojourn.analyzer.summary.GarbageCollections;
import dev.sojourn.analyzer.summary.JobAccount;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.JobTimes;
import dev.sojourn.analyzer.summary.Jobs;
import dev.sojourn.analyzer.summary.LockAccount;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockKey.Family;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Span;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recorded runs, written by hand, of programs in which there is much of everything: few places
 * where most time goes, and many where a little does.
 */
final class BusyRuns {
  static final String JOB = "com.acme.Orders";

  private static final long MILLI = 1_000_000;
  private static final int RARE = 60;

  private BusyRuns() {}

  /** A run in which everything that is called slow costs so many times what it does in others. */
  static Summary run(String name, Random random, int factor) {
    Map<String, JobStatistics> jobs = new TreeMap<>();
    jobs.put(JOB, job(random, 3000, factor, 0));
    jobs.put("com.acme.Quote", job(random, 200, 1, 7));
    jobs.put("com.acme.Audit", job(random, 7, 1, 2));
    Samples samples = new Samples(new TreeMap<>(), Map.of());
    Allocations allocations = new Allocations(Map.of(), Map.of());
    for (String method : methods()) {
      long times = method.contains("Slow") ? 40L * factor : 1 + random.nextInt(3);
      long bytes = method.contains("Slow") ? 100_000 : 1000;
      Site site = site(method);
      Actor job = Actor.job(JOB);
      samples =
          samples.plus(
              new Samples(
                  Map.of(
                      new SampleKey(job, site, false), times, new SampleKey(job, site, true), 1L),
                  Map.of()));
      allocations =
          allocations.plus(
              new Allocations(
                  Map.of(new AllocationKey("[B", job, site), new Amount(times, times * bytes)),
                  Map.of()));
    }
    return Summary.of(
        coverage(name),
        new Jobs(jobs, 0),
        samples,
        allocations,
        locks(factor),
        endpoints(factor),
        pauses(random));
  }

  /** A thousand jobs, a thousand locks, and ten thousand places, of which none weighs much. */
  static Summary huge() {
    Random random = new Random(1);
    Map<String, JobStatistics> jobs = new TreeMap<>();
    Map<SampleKey, Long> samples = new TreeMap<>();
    Map<AllocationKey, Amount> allocations = new TreeMap<>();
    Map<LockKey, LockStatistics> locks = new TreeMap<>();
    Map<EndpointKey, EndpointStatistics> endpoints = new TreeMap<>();
    for (int i = 0; i < 1000; i++) {
      String name = "com.acme." + word(random) + "." + word(random) + "Job" + i;
      Actor job = Actor.job(name);
      jobs.put(name, job(random, 100 + random.nextInt(300), 1, 3));
      for (int k = 0; k < 10; k++) {
        Site site = site("com.acme." + word(random) + "." + word(random));
        samples.put(new SampleKey(job, site, false), 3L + random.nextInt(9));
        allocations.put(
            new AllocationKey("com.acme." + word(random), job, site),
            new Amount(5, random.nextInt(1 << 30)));
      }
      LockKey lock = new LockKey("com.acme." + word(random) + "#lock", "Lock", Family.LOCK);
      locks.put(lock, lock(random.nextInt(1 << 30), name, "com.acme." + word(random) + ".wait"));
      endpoints.put(endpoint(word(random)), endpoint(random.nextInt(1 << 30), name));
    }
    return Summary.of(
        coverage("huge"),
        new Jobs(jobs, 0),
        new Samples(samples, Map.of()),
        new Allocations(allocations, Map.of()),
        new Locks(locks),
        new Endpoints(endpoints));
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static Coverage coverage(String name) {
    Span span = new Span(0, 10_000 * MILLI);
    Source source =
        new Source(
            Map.of(name, span), Set.of(RecordedRuns.jvm(name, "17.0.15+6", "")), Set.of(), 0);
    return new Coverage(Map.of(name, source));
  }

  private static List<String> methods() {
    List<String> methods = new ArrayList<>(List.of("com.acme.Slow.sign", "com.acme.Other.work"));
    for (int i = 0; i < RARE; i++) {
      methods.add("com.acme.Rare.m" + i);
    }
    return methods;
  }

  private static Site site(String method) {
    return new Site(method, 7, List.of(method, "com.acme.Job.call", "java.lang.Thread.run"));
  }

  private static JobStatistics job(Random random, int runs, int factor, long waitingMillis) {
    Distribution waiting = Distribution.empty();
    Distribution service = Distribution.empty();
    Distribution sojourn = Distribution.empty();
    Breakdown breakdown = Breakdown.EMPTY;
    long waited = 0;
    long served = 0;
    for (int i = 0; i < runs; i++) {
      long wait = waitingMillis * random.nextInt((int) MILLI);
      long work = (long) (5 * MILLI * factor * Math.exp(0.3 * random.nextGaussian()));
      waited += wait;
      served += work;
      waiting = waiting.plus(Distribution.of(wait));
      service = service.plus(Distribution.of(work));
      sojourn = sojourn.plus(Distribution.of(wait + work));
      breakdown = breakdown.plus(parts(wait, work));
    }
    JobCounts counts =
        new JobCounts(
            runs, 1, 2, 0, waited, runs, served, served / 2, runs * 1000L * factor, runs, served);
    JobTimes times = new JobTimes(waiting, service, sojourn);
    JobAccount account = new JobAccount(counts, times, Series.empty(), Map.of("pool", 1L));
    return new JobStatistics(
        JobAccount.EMPTY, account, Map.of("E", 1L), Map.of(1, 2L), breakdown, Series.empty());
  }

  private static Breakdown parts(long wait, long work) {
    Map<Component, Long> nanos =
        Map.of(
            Component.QUEUED,
            wait,
            Component.CPU,
            work / 2,
            Component.BLOCKED,
            work / 4,
            Component.SOCKET,
            work - work / 2 - work / 4);
    return new Breakdown(Map.of(Breakdown.bucket(wait + work), ComponentTimes.of(1, nanos)));
  }

  private static Locks locks(int factor) {
    Map<LockKey, LockStatistics> locks = new TreeMap<>();
    locks.put(
        new LockKey("com.acme.Slow#lock", "Lock", Family.LOCK),
        lock(1000 * MILLI * factor, JOB, "com.acme.Slow.sign"));
    locks.put(
        new LockKey("com.acme.Slow#ready", "Lock", Family.CONDITION),
        lock(9000 * MILLI * factor, JOB, "com.acme.Slow.await"));
    for (int i = 0; i < RARE; i++) {
      locks.put(
          new LockKey("com.acme.Rare#lock" + i, "Lock", Family.LOCK),
          lock(MILLI, JOB, "com.acme.Rare.m" + i));
    }
    return new Locks(locks);
  }

  private static LockStatistics lock(long nanos, String job, String method) {
    TimeTotal time = TimeTotal.of(nanos);
    LockCounts counts = new LockCounts(1, nanos, nanos, 0);
    return new LockStatistics(
        LockAccount.EMPTY,
        new LockAccount(counts, Series.of(0, counts)),
        Map.of("exclusive", time),
        Distribution.of(nanos),
        0,
        0,
        Map.of(Actor.job(job), time, Actor.threads("main"), time),
        Map.of("main", time),
        Map.of(site(method), time),
        Map.of(),
        Map.of());
  }

  private static Endpoints endpoints(int factor) {
    Map<EndpointKey, EndpointStatistics> endpoints = new TreeMap<>();
    endpoints.put(endpoint("slow:80"), endpoint(1000 * MILLI * factor, JOB));
    for (int i = 0; i < RARE; i++) {
      endpoints.put(endpoint("host" + i), endpoint(MILLI, JOB));
    }
    return new Endpoints(endpoints);
  }

  private static EndpointKey endpoint(String name) {
    return new EndpointKey(EndpointKey.Kind.SOCKET, name, EndpointKey.Operation.READ);
  }

  private static EndpointStatistics endpoint(long nanos, String job) {
    TimeTotal time = TimeTotal.of(nanos);
    return new EndpointStatistics(
        time,
        1000,
        Distribution.of(nanos),
        Map.of(Actor.job(job), time),
        Map.of(site("java.net.Socket.read"), time),
        Series.of(0, time));
  }

  private static GarbageCollections pauses(Random random) {
    TimeTotal pause = TimeTotal.of(random.nextInt(10) * MILLI);
    return new GarbageCollections(
        Map.of(),
        Map.of(),
        Distribution.of(pause.totalNanos()),
        Series.of(5_000 * MILLI, pause).plus(Series.of(9_000 * MILLI, pause)),
        Map.of("G1New, G1Old", 2L));
  }
}
