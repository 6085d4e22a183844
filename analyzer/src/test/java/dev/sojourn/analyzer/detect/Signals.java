package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AgentStatistics;
import dev.sojourn.analyzer.summary.Agents;
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Allocations;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.Classes;
import dev.sojourn.analyzer.summary.CollectionKey;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Cpu;
import dev.sojourn.analyzer.summary.DirectBuffers;
import dev.sojourn.analyzer.summary.DirectMemoryKey;
import dev.sojourn.analyzer.summary.DirectMemoryPlaces;
import dev.sojourn.analyzer.summary.DirectMemoryStatistics;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Endpoints;
import dev.sojourn.analyzer.summary.Exceptions;
import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.ExecutorStatistics;
import dev.sojourn.analyzer.summary.Executors;
import dev.sojourn.analyzer.summary.GarbageCollections;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Heap;
import dev.sojourn.analyzer.summary.OldObjectKey;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.OldObjects;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.PinKey;
import dev.sojourn.analyzer.summary.Pins;
import dev.sojourn.analyzer.summary.RepeatedFailureKey;
import dev.sojourn.analyzer.summary.RepeatedFailures;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.SettingKey;
import dev.sojourn.analyzer.summary.Settings;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.ThreadStartKey;
import dev.sojourn.analyzer.summary.ThreadTurnover;
import dev.sojourn.analyzer.summary.Threads;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import dev.sojourn.analyzer.summary.Waits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** What a recording may tell besides runs, locks and executors: one thing in one summary. */
final class Signals {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int LINE = 42;

  private Signals() {}

  /** An event type that was enabled, even if it never happened. */
  static Summary enabled(String eventType) {
    return SummaryParts.of(
        new Settings(Map.of(new SettingKey(eventType, "enabled"), Set.of("true"))));
  }

  /** Waits of a job, by the methods it was in, the innermost first. */
  static Summary waits(Component component, String job, double totalMillis, String... stack) {
    WaitKey key = new WaitKey(component, Actor.job(job), site(stack), "");
    return SummaryParts.of(
        new Waits(Map.of(key, new WaitStatistics(total(totalMillis), 0, Series.empty()))));
  }

  /** So many waits of a job each second, and how long they are by time. */
  static Summary waitsBySecond(
      Component component,
      String job,
      int seconds,
      int perSecond,
      IntToDoubleFunction millis,
      String... stack) {
    WaitKey key = new WaitKey(component, Actor.job(job), site(stack), "");
    Series<TimeTotal> series = times(seconds, perSecond, millis);
    return SummaryParts.of(
        new Waits(Map.of(key, new WaitStatistics(series.total(TimeTotal.EMPTY), 0, series))));
  }

  private static Series<TimeTotal> times(int seconds, int perSecond, IntToDoubleFunction millis) {
    return each(
        seconds,
        second -> {
          long nanos = (long) (millis.applyAsDouble(second) * NANOS_PER_MILLI);
          return new TimeTotal(perSecond, perSecond * nanos, nanos);
        });
  }

  /** Answers of an endpoint that other threads read, as many each second. */
  static Summary calls(
      String endpoint, String job, int seconds, int perSecond, IntToDoubleFunction millis) {
    Series<TimeTotal> series = times(seconds, perSecond, millis);
    TimeTotal total = series.total(TimeTotal.EMPTY);
    Distribution times =
        series.bins().values().stream()
            .map(bin -> Distribution.of(bin.maxNanos(), bin.count()))
            .reduce(Distribution.empty(), Distribution::plus);
    EndpointStatistics statistics =
        new EndpointStatistics(
            total,
            0,
            times,
            Map.of(Actor.job(job), total),
            Map.of(site("com.acme.Client.ask"), total),
            series);
    EndpointKey key =
        new EndpointKey(EndpointKey.Kind.SOCKET, endpoint, EndpointKey.Operation.CALL);
    return SummaryParts.of(new Endpoints(Map.of(key, statistics)));
  }

  /** Pinned waits of a job. */
  static Summary pins(String job, String method, double totalMillis) {
    return SummaryParts.of(
        new Pins(Map.of(new PinKey(Actor.job(job), site(method), "", ""), total(totalMillis))));
  }

  /** An agent that saw whatever else is told of. */
  static Summary agent() {
    return SummaryParts.of(
        new Agents(
            Map.of("1", new AgentStatistics(1, "1", "", 0, 0, "", 0, 0, 0, 0, 0, 0, "detailed"))));
  }

  /** Operations of a job on a file. */
  static Summary file(
      String path, EndpointKey.Operation operation, String job, double totalMillis, String method) {
    EndpointStatistics statistics =
        new EndpointStatistics(
            total(totalMillis),
            4096,
            Distribution.empty(),
            Map.of(Actor.job(job), total(totalMillis)),
            Map.of(site(method), total(totalMillis)),
            Series.empty());
    EndpointKey key = new EndpointKey(EndpointKey.Kind.FILE, path, operation);
    return SummaryParts.of(new Endpoints(Map.of(key, statistics)));
  }

  /** The container's counter of throttled time. */
  static Summary throttled(int seconds, IntToDoubleFunction cumulativeMillis) {
    Series<Gauge> counter =
        gauges(seconds, second -> cumulativeMillis.applyAsDouble(second) * NANOS_PER_MILLI);
    return SummaryParts.of(
        new Cpu(Series.empty(), Set.of(), Map.of("one", counter), Series.empty(), Map.of()));
  }

  /** A pause each second. */
  static Summary pauses(int seconds, double millis) {
    long nanos = (long) (millis * NANOS_PER_MILLI);
    return SummaryParts.of(
        new GarbageCollections(
            Map.of(),
            Map.of(),
            Distribution.of(nanos, seconds),
            each(seconds, second -> new TimeTotal(1, nanos, nanos)),
            Map.of("G1New, G1Old", 1L)));
  }

  /** A pause in some seconds. */
  static Summary pausesAt(int... seconds) {
    TreeMap<Long, TimeTotal> pauses = new TreeMap<>();
    for (int second : seconds) {
      pauses.put(Scene.BEGIN_SECOND + second, new TimeTotal(1, 1_000_000, 1_000_000));
    }
    return SummaryParts.of(
        new GarbageCollections(
            Map.of(), Map.of(), Distribution.empty(), Series.ofSeconds(pauses), Map.of()));
  }

  /** Pauses of one kind and cause, in all. */
  static Summary pausesBy(String collection, String cause, double totalMillis) {
    return SummaryParts.of(
        new GarbageCollections(
            Map.of(),
            Map.of(new CollectionKey(collection, cause), total(totalMillis)),
            Distribution.empty(),
            Series.empty(),
            Map.of()));
  }

  /** Collections of one kind, in all. */
  static Summary collections(CollectionKey kind, double totalMillis) {
    return SummaryParts.of(
        new GarbageCollections(
            Map.of(kind, total(totalMillis)),
            Map.of(),
            Distribution.empty(),
            Series.empty(),
            Map.of()));
  }

  /** Sampled allocation of a job. */
  static Summary allocations(String className, String job, String method, long bytes) {
    AllocationKey key = new AllocationKey(className, Actor.job(job), site(method));
    return SummaryParts.of(new Allocations(Map.of(key, new Amount(1, bytes)), Map.of()));
  }

  /** Objects that a job allocated in each second up to one, and that are alive at the end. */
  static Summary survivors(
      int lastSecond, String className, String job, String method, String rootPath) {
    OldObjectKey key = new OldObjectKey(className, Actor.job(job), site(method), rootPath);
    Series<Amount> seen =
        Series.ofSeconds(Map.of(Scene.BEGIN_SECOND + lastSecond, new Amount(lastSecond, 64)));
    return SummaryParts.of(
        new OldObjects(
            Map.of(
                key,
                new OldObjectStatistics(seen, each(lastSecond, second -> new Amount(1, 64))))));
  }

  /** The live set after a few collections, in mebibytes by second. */
  static Summary live(Map<Integer, Double> mebibytes) {
    return live("G1New", mebibytes);
  }

  /** The same after collections of one sort. */
  static Summary live(String collection, Map<Integer, Double> mebibytes) {
    TreeMap<Long, Gauge> live = new TreeMap<>();
    mebibytes.forEach(
        (second, size) -> live.put(Scene.BEGIN_SECOND + second, Gauge.of((long) (size * 0x1p20))));
    return SummaryParts.of(
        new Heap(Map.of(collection, Series.ofSeconds(live)), Series.empty(), Series.empty()));
  }

  /** Throwables created since the JVM's start. */
  static Summary exceptions(int seconds, double perSecond) {
    return SummaryParts.of(new Exceptions(gauges(seconds, second -> perSecond * (second + 1))));
  }

  /** One exception that a job meets again and again in its runs, so many milliseconds apart. */
  static Summary repeated(String job, String failureClass, long repeated, double apartMillis) {
    long nanos = (long) (1e6 * apartMillis);
    return SummaryParts.of(
        new RepeatedFailures(
            Map.of(
                new RepeatedFailureKey(job, failureClass, site("com.acme.Door.open")),
                new TimeTotal(repeated, repeated * nanos, nanos))));
  }

  /** The same, all of them in one second in the middle. */
  static Summary exceptionsAtOnce(int seconds, double count) {
    return SummaryParts.of(
        new Exceptions(gauges(seconds, second -> second < seconds / 2 ? 1 : count)));
  }

  /** The same at a rate, and as many again in the last second. */
  static Summary exceptionsAndMoreAtTheEnd(int seconds, double perSecond) {
    return SummaryParts.of(
        new Exceptions(
            gauges(seconds, second -> perSecond * (second + 1) * (second == seconds - 1 ? 2 : 1))));
  }

  /** Use of the heap before collections. */
  static Summary beforeCollections(int seconds, IntToDoubleFunction mebibytes) {
    return SummaryParts.of(
        new Heap(
            Map.of(),
            gauges(seconds, second -> 0x1p20 * mebibytes.applyAsDouble(second)),
            Series.empty()));
  }

  /** Live threads, and who starts those that do not end. */
  static Summary threads(
      int seconds, IntToDoubleFunction alive, String group, String starter, String method) {
    return SummaryParts.of(
        new Threads(
            gauges(seconds, alive),
            Series.empty(),
            Map.of(group, each(seconds, second -> new ThreadTurnover(2, 1))),
            Map.of(new ThreadStartKey(group, Actor.job(starter), site(method)), (long) seconds)));
  }

  /** Loaded and unloaded classes since the JVM's start. */
  static Summary classes(int seconds, IntToDoubleFunction loaded, IntToDoubleFunction unloaded) {
    return SummaryParts.of(new Classes(gauges(seconds, loaded), gauges(seconds, unloaded)));
  }

  /** Memory of direct buffers. */
  static Summary directBuffers(int seconds, IntToDoubleFunction mebibytes) {
    return SummaryParts.of(
        new DirectBuffers(
            Series.empty(), gauges(seconds, second -> 0x1p20 * mebibytes.applyAsDouble(second))));
  }

  /** What a job keeps of what it allocated outside the heap at one place, in mebibytes. */
  static Summary heldMemory(int seconds, String job, String method, IntToDoubleFunction mebibytes) {
    DirectMemoryKey key = new DirectMemoryKey(job, new Site(method, 7, List.of()));
    Series<Gauge> held = gauges(seconds, second -> 0x1p20 * mebibytes.applyAsDouble(second));
    return SummaryParts.of(
        new DirectMemoryPlaces(Map.of(key, new DirectMemoryStatistics(held, 0))));
  }

  /** The state of an executor in each second. */
  static Summary executor(
      int seconds, String name, String className, IntFunction<ExecutorState> state) {
    Series<ExecutorState> series = each(seconds, state);
    ExecutorState all = series.total(ExecutorState.EMPTY);
    return SummaryParts.of(
        new Executors(
            Map.of(
                name,
                new ExecutorStatistics(
                    Map.of(className, (long) seconds), Map.of(1L, all), series, Map.of()))));
  }

  /** A state of an executor. */
  static ExecutorState state(int threads, int active, long queued, long completed, long rejected) {
    return new ExecutorState(
        Gauge.of(queued),
        Gauge.of(active),
        Gauge.of(threads),
        Gauge.of(threads),
        Gauge.of(completed),
        Gauge.of(rejected));
  }

  static Site site(String... stack) {
    List<String> methods = Arrays.asList(stack);
    String own =
        methods.stream().filter(method -> !method.startsWith("java.")).findFirst().orElse("");
    return new Site(own, LINE, methods);
  }

  /** A value for each second. */
  static <P extends Part<P>> Series<P> each(int seconds, IntFunction<P> value) {
    TreeMap<Long, P> bins = new TreeMap<>();
    for (int second = 0; second < seconds; second++) {
      bins.put(Scene.BEGIN_SECOND + second, value.apply(second));
    }
    return Series.ofSeconds(bins);
  }

  private static Series<Gauge> gauges(int seconds, IntToDoubleFunction value) {
    return each(seconds, second -> Gauge.of((long) value.applyAsDouble(second)));
  }

  static TimeTotal total(double millis) {
    long nanos = (long) (millis * NANOS_PER_MILLI);
    return new TimeTotal(100, nanos, nanos / 100);
  }
}
