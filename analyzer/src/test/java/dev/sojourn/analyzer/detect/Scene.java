package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Findings;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.Coverage;
import dev.sojourn.analyzer.summary.Cpu;
import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.Doing;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Endpoints;
import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.ExecutorStatistics;
import dev.sojourn.analyzer.summary.Executors;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Heap;
import dev.sojourn.analyzer.summary.JobAccount;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.JobTimes;
import dev.sojourn.analyzer.summary.Jobs;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.LockAccount;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.Pressure;
import dev.sojourn.analyzer.summary.PressureSample;
import dev.sojourn.analyzer.summary.Processors;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Span;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.ThreadGroup;
import dev.sojourn.analyzer.summary.ThreadGroups;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** A summary written by hand: what happened in some minutes of a service. Immutable. */
record Scene(int seconds, Summary summary) {
  static final long BEGIN_SECOND = 1_700_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Nothing but time. */
  static Scene lasting(int seconds) {
    Span span =
        new Span(BEGIN_SECOND * NANOS_PER_SECOND, (BEGIN_SECOND + seconds) * NANOS_PER_SECOND);
    Source source = new Source(Map.of("one", span), Set.of(), Set.of(), 0);
    Summary empty = Summary.empty();
    return new Scene(seconds, SummaryParts.with(empty, new Coverage(Map.of("a.jfr", source))));
  }

  /** A job with so many runs a second, each made of these milliseconds. */
  Scene job(String name, int runsPerSecond, Map<Component, Double> millis) {
    return job(name, "workers", runsPerSecond, second -> 1, millis);
  }

  /** A job of which a share of the runs fails. */
  Scene failingJob(
      String name, int runsPerSecond, double failedShare, Map<Component, Double> millis) {
    return failingJob(name, s -> runsPerSecond, failedShare, s -> 1, millis);
  }

  /** The same of a job whose runs and service time both change with time. */
  Scene failingJob(
      String name,
      IntUnaryOperator runsPerSecond,
      double failedShare,
      IntToDoubleFunction factor,
      Map<Component, Double> millis) {
    return job(name, "workers", runsPerSecond, failedShare, factor, millis);
  }

  /** A job whose runs and service time both change with time. */
  Scene varyingJob(
      String name,
      IntUnaryOperator runsPerSecond,
      IntToDoubleFunction factor,
      Map<Component, Double> millis) {
    return job(name, "workers", runsPerSecond, 0, factor, millis);
  }

  /** Threads without jobs, and what their time is known to be. */
  Scene threads(String group, Map<Component, Double> millis) {
    ThreadGroup threads = new ThreadGroup(Signals.each(1, second -> times(1, 1, millis)), 0, 0);
    return plus(SummaryParts.of(new ThreadGroups(Map.of(group, threads))));
  }

  /** A job in an executor, whose service time is multiplied by a factor that changes with time. */
  Scene job(
      String name,
      String executor,
      int runsPerSecond,
      IntToDoubleFunction factor,
      Map<Component, Double> millis) {
    return job(name, executor, second -> runsPerSecond, 0, factor, millis);
  }

  private Scene job(
      String name,
      String executor,
      IntUnaryOperator runsPerSecond,
      double failedShare,
      IntToDoubleFunction factor,
      Map<Component, Double> millis) {
    TreeMap<Long, JobCounts> bins = new TreeMap<>();
    TreeMap<Long, ComponentTimes> components = new TreeMap<>();
    ComponentTimes all = ComponentTimes.EMPTY;
    JobTimes allTimes = JobTimes.EMPTY;
    for (int i = 0; i < seconds; i++) {
      int runs = runsPerSecond.applyAsInt(i);
      ComponentTimes times = times(runs, factor.applyAsDouble(i), millis);
      bins.put(BEGIN_SECOND + i, counts(runs, failedShare, times));
      components.put(BEGIN_SECOND + i, times);
      all = all.plus(times);
      allTimes = allTimes.plus(jobTimes(times));
    }
    Series<JobCounts> series = Series.ofSeconds(bins);
    JobAccount account =
        new JobAccount(
            series.total(JobCounts.EMPTY), allTimes, series, Map.of(executor, all.runs()));
    int bucket = Breakdown.bucket(all.totalNanos() / Math.max(1, all.runs()));
    JobStatistics job =
        new JobStatistics(
            account,
            JobAccount.EMPTY,
            Map.of(),
            Map.of(),
            new Breakdown(Map.of(bucket, all)),
            Series.ofSeconds(components));
    return plus(SummaryParts.of(new Jobs(Map.of(name, job), 0)));
  }

  /** A lock that was blocked for so many milliseconds in all, and its holder. */
  Scene lock(String name, Map<String, Double> victimMillis, LockOwner holder, Doing doing) {
    Map<Actor, Double> actors = new TreeMap<>();
    victimMillis.forEach((job, millis) -> actors.put(Actor.job(job), millis));
    return lockOf(actors, name, holder, doing);
  }

  /** The same with jobs or threads that were blocked. */
  Scene lockOf(Map<Actor, Double> victimMillis, String name, LockOwner holder, Doing doing) {
    return lockOf(
        victimMillis,
        new LockKey(name, "java.util.concurrent.locks.ReentrantLock", LockKey.Family.LOCK),
        holder,
        doing);
  }

  /** The same of a lock of any kind. */
  Scene lockOf(Map<Actor, Double> victimMillis, LockKey key, LockOwner holder, Doing doing) {
    long blocked = 0;
    TreeMap<Actor, TimeTotal> victims = new TreeMap<>();
    for (Map.Entry<Actor, Double> victim : victimMillis.entrySet()) {
      long nanos = (long) (victim.getValue() * NANOS_PER_MILLI);
      victims.put(victim.getKey(), new TimeTotal(100, nanos, nanos / 100));
      blocked += nanos;
    }
    LockCounts counts = new LockCounts(100L * victims.size(), blocked, blocked / 100, blocked);
    TimeTotal holds = new TimeTotal(20, blocked, blocked / 20);
    Blame blame = new Blame(blocked, holds, Map.of(doing, blocked), Map.of(), Map.of(), Map.of());
    LockStatistics lock =
        new LockStatistics(
            new LockAccount(counts, Series.empty()),
            new LockAccount(counts, Series.empty()),
            Map.of(),
            Distribution.of(blocked / 100, 100),
            0,
            0,
            victims,
            Map.of(),
            Map.of(),
            Map.of(holder, blame),
            Map.of());
    return plus(SummaryParts.of(new Locks(Map.of(key, lock))));
  }

  /** An executor with so many threads, and its queue and completed tasks by second. */
  Scene executor(
      String name, int threads, int active, IntToDoubleFunction queue, IntToDoubleFunction done) {
    TreeMap<Long, ExecutorState> states = new TreeMap<>();
    for (int i = 0; i < seconds; i++) {
      states.put(
          BEGIN_SECOND + i,
          new ExecutorState(
              Gauge.of((long) queue.applyAsDouble(i)),
              Gauge.of(active),
              Gauge.of(threads),
              Gauge.of(threads),
              Gauge.of((long) done.applyAsDouble(i)),
              Gauge.of(0)));
    }
    Series<ExecutorState> series = Series.ofSeconds(states);
    ExecutorStatistics executor =
        new ExecutorStatistics(
            Map.of("java.util.concurrent.ThreadPoolExecutor", (long) seconds),
            Map.of(1L, series.total(ExecutorState.EMPTY)),
            series,
            Map.of());
    return plus(SummaryParts.of(new Executors(Map.of(name, executor))));
  }

  /** The load of two processors, by this JVM and by all. */
  Scene cpu(double jvmRatio, double machineRatio) {
    return cpu(jvmRatio, second -> machineRatio);
  }

  /** The load of two processors, by this JVM and, by second, by all. */
  Scene cpu(double jvmRatio, IntToDoubleFunction machineRatio) {
    TreeMap<Long, CpuUse> use = new TreeMap<>();
    for (int i = 0; i < seconds; i++) {
      use.put(
          BEGIN_SECOND + i,
          new CpuUse(
              Gauge.of((long) (jvmRatio * 1e6)),
              Gauge.of(0),
              Gauge.of((long) (machineRatio.applyAsDouble(i) * 1e6))));
    }
    Cpu cpu =
        new Cpu(
            Series.ofSeconds(use),
            Set.of(new Processors(2, 2, 0)),
            Map.of(),
            Series.empty(),
            Map.of());
    return plus(SummaryParts.of(cpu));
  }

  /** Part of each second in which some thread of the machine waited for a processor. */
  Scene pressure(IntToDoubleFunction machineRatio) {
    return pressure(machineRatio, machine -> new PressureSample(machine, Gauge.EMPTY, Gauge.EMPTY));
  }

  /** Part of each second that a hypervisor takes of one processor. */
  Scene stolen(IntToDoubleFunction ratio) {
    return pressure(ratio, stolen -> new PressureSample(Gauge.EMPTY, Gauge.EMPTY, stolen));
  }

  private Scene pressure(IntToDoubleFunction ratio, Function<Gauge, PressureSample> sample) {
    TreeMap<Long, PressureSample> samples = new TreeMap<>();
    for (int i = 0; i < seconds; i++) {
      Gauge gauge = Gauge.of((long) (ratio.applyAsDouble(i) * 1e6));
      samples.put(BEGIN_SECOND + i, sample.apply(gauge));
    }
    return plus(SummaryParts.of(new Pressure(Series.ofSeconds(samples))));
  }

  /** Samples of a job in a method. */
  Scene samples(String job, String method, int line, long count) {
    SampleKey key = new SampleKey(Actor.job(job), new Site(method, line, List.of(method)), false);
    return plus(SummaryParts.of(new Samples(Map.of(key, count), Map.of())));
  }

  /** Samples of a job by the methods it was in, the innermost first. */
  Scene samples(String job, long count, String... stack) {
    SampleKey key = new SampleKey(Actor.job(job), Signals.site(stack), false);
    return plus(SummaryParts.of(new Samples(Map.of(key, count), Map.of())));
  }

  /** Answers of an endpoint that took so many milliseconds each. */
  Scene socket(String endpoint, String job, int count, double millis) {
    return socket(endpoint, job, 21, count, millis);
  }

  /** The same of one line of the code. */
  Scene socket(String endpoint, String job, int line, int count, double millis) {
    return socket(endpoint, Actor.job(job), line, count, millis);
  }

  /** The same of anybody. */
  Scene socket(String endpoint, Actor actor, int line, int count, double millis) {
    long nanos = (long) (millis * NANOS_PER_MILLI);
    TimeTotal total = new TimeTotal(count, nanos * count, nanos);
    EndpointStatistics statistics =
        new EndpointStatistics(
            total,
            0,
            Distribution.of(nanos, count),
            Map.of(actor, total),
            Map.of(new Site("com.acme.Client.ask", line, List.of("com.acme.Client.ask")), total),
            Series.empty());
    EndpointKey key =
        new EndpointKey(EndpointKey.Kind.SOCKET, endpoint, EndpointKey.Operation.READ);
    return plus(SummaryParts.of(new Endpoints(Map.of(key, statistics))));
  }

  /** The arguments of the JVM. */
  Scene withArguments(String jvmArguments) {
    Jvm jvm = new Jvm(1, 1, "service", "17", jvmArguments, "com.acme.Main");
    Source source = new Source(Map.of(), Set.of(jvm), Set.of(), 0);
    return plus(SummaryParts.of(new Coverage(Map.of("arguments.jfr", source))));
  }

  /** The live set after old collections, in mebibytes by second. */
  Scene live(IntToDoubleFunction mebibytes) {
    return live("G1Full", mebibytes);
  }

  /** The live set after collections of one sort, in mebibytes by second. */
  Scene live(String collection, IntToDoubleFunction mebibytes) {
    TreeMap<Long, Gauge> live = new TreeMap<>();
    for (int i = 0; i < seconds; i++) {
      live.put(BEGIN_SECOND + i, Gauge.of((long) (mebibytes.applyAsDouble(i) * 0x1p20)));
    }
    Heap heap =
        new Heap(Map.of(collection, Series.ofSeconds(live)), Series.empty(), Series.empty());
    return plus(SummaryParts.of(heap));
  }

  /** The same with more. */
  Scene plus(Summary more) {
    return new Scene(seconds, summary.plus(more));
  }

  /** The same after a change. */
  Scene with(UnaryOperator<Summary> change) {
    return new Scene(seconds, change.apply(summary));
  }

  Workload workload() {
    return new Workload(summary);
  }

  Findings findings() {
    return Detection.detect(summary);
  }

  /** What one detector says. */
  Diagnosis detectBy(Detector detector) {
    return detector.detect(workload());
  }

  /** The same when all of it has been read. */
  Scene settled() {
    return new Scene(seconds, summary.settled());
  }

  /** What one detector finds. */
  List<Finding> foundBy(Detector detector) {
    return detectBy(detector) instanceof Diagnosis.Found found ? found.findings() : List.of();
  }

  private static ComponentTimes times(int runs, double factor, Map<Component, Double> millis) {
    TreeMap<Component, Long> nanos = new TreeMap<>();
    millis.forEach(
        (component, value) -> {
          boolean waiting = component == Component.QUEUED || component == Component.LATE;
          double each = value * (waiting ? 1 : factor) * NANOS_PER_MILLI;
          nanos.put(component, (long) (runs * each));
        });
    return ComponentTimes.of(runs, nanos);
  }

  private static JobTimes jobTimes(ComponentTimes times) {
    long runs = Math.max(1, times.runs());
    long waiting = times.nanos(Component.QUEUED) + times.nanos(Component.LATE);
    return new JobTimes(
        Distribution.of(waiting / runs, times.runs()),
        Distribution.of((times.totalNanos() - waiting) / runs, times.runs()),
        Distribution.of(times.totalNanos() / runs, times.runs()));
  }

  private static JobCounts counts(int runs, double failedShare, ComponentTimes times) {
    long waiting = times.nanos(Component.QUEUED) + times.nanos(Component.LATE);
    long service = times.totalNanos() - waiting;
    return new JobCounts(
        runs,
        Math.round(runs * failedShare),
        0,
        0,
        waiting,
        runs,
        service,
        times.nanos(Component.CPU),
        0,
        runs,
        service);
  }
}
