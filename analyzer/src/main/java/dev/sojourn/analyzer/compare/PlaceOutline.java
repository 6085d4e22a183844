package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Allocations;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Endpoints;
import dev.sojourn.analyzer.summary.LockAccount;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * The places where most of what jobs take is taken: locks, endpoints, allocation sites, methods and
 * the frames that lead there. What a job takes at other places is told as the rest.
 */
final class PlaceOutline {
  /** Parts of what a job takes. */
  private static final Heaviest PLACES = new Heaviest(0.02, 128);

  /** Few have a hundredth of all each, and smaller changes of methods are not told. */
  private static final Heaviest METHODS = new Heaviest(0, 128);

  /** Parts of all that is spent. */
  private static final double LEAST_FRAME_RATIO = 0.03;

  private static final int MOST_FRAMES = 256;

  /** What was sampled less often says nothing of what is spent there. */
  private static final long FEWEST_SAMPLES = 3;

  private static final Site REST = new Site(Roster.REST, -1, List.of());

  private final Summary summary;
  private final UnaryOperator<Actor> actor;

  /**
   * Outlines the places of a summary.
   *
   * @param actor how a job is told, or the threads that spend outside of jobs
   */
  PlaceOutline(Summary summary, UnaryOperator<Actor> actor) {
    this.summary = summary;
    this.actor = actor;
  }

  /** What somebody spends at a place. */
  private record Spent<T extends Comparable<? super T>>(T place, Actor actor)
      implements Comparable<Spent<T>> {
    @Override
    public int compareTo(Spent<T> other) {
      int byPlace = place.compareTo(other.place);
      return byPlace != 0 ? byPlace : actor.compareTo(other.actor);
    }
  }

  /**
   * Locks as they are named here: their counts, and where and in which jobs they were waited for.
   */
  Locks locks(Map<LockKey, LockStatistics> named) {
    StackOutline stacks = outline(new Locks(named), Measure.BLOCKED, Long.MAX_VALUE);
    SortedMap<LockKey, LockStatistics> locks = new TreeMap<>();
    SortedMap<Spent<LockKey>, TimeTotal> victims = new TreeMap<>();
    named.forEach(
        (key, lock) -> {
          Map<Site, TimeTotal> sites =
              Heaviest.renamed(lock.waitSites(), site -> stacks.of(StackCosts.owner(key), site));
          locks.put(key, lock(lock.counted(), lock.observed(), Map.of(), sites));
          if (key.family().blocks()) {
            victims.putAll(spent(key, lock.victims()));
          }
        });
    mostOfEachJob(victims, key -> new LockKey(Roster.REST, "", key.family()))
        .forEach(
            (spent, time) -> {
              Map<Actor, TimeTotal> victim = Map.of(spent.actor(), time);
              locks.merge(
                  spent.place(),
                  lock(LockAccount.EMPTY, LockAccount.EMPTY, victim, Map.of()),
                  LockStatistics::plus);
            });
    return new Locks(locks);
  }

  private static LockStatistics lock(
      LockAccount counted,
      LockAccount observed,
      Map<Actor, TimeTotal> victims,
      Map<Site, TimeTotal> sites) {
    return new LockStatistics(
        new LockAccount(counted.total(), Series.empty()),
        new LockAccount(observed.total(), Series.empty()),
        Map.of(),
        Distribution.empty(),
        0,
        0,
        victims,
        Map.of(),
        sites,
        Map.of(),
        Map.of());
  }

  Endpoints endpoints() {
    SortedMap<Spent<EndpointKey>, TimeTotal> users = new TreeMap<>();
    summary
        .endpoints()
        .byKey()
        .forEach(
            (key, told) ->
                spent(JobCosts.stable(key), told.actors())
                    .forEach((spent, time) -> users.merge(spent, time, TimeTotal::plus)));
    SortedMap<EndpointKey, EndpointStatistics> endpoints = new TreeMap<>();
    mostOfEachJob(users, key -> new EndpointKey(key.kind(), Roster.REST, key.operation()))
        .forEach(
            (spent, time) ->
                endpoints.merge(
                    spent.place(), endpoint(spent.actor(), time), EndpointStatistics::plus));
    return new Endpoints(endpoints);
  }

  private static EndpointStatistics endpoint(Actor actor, TimeTotal time) {
    return new EndpointStatistics(
        time, 0, Distribution.empty(), Map.of(actor, time), Map.of(), Series.empty());
  }

  /** What jobs spend at a place; explanations are of jobs. */
  private <T extends Comparable<? super T>> SortedMap<Spent<T>, TimeTotal> spent(
      T place, Map<Actor, TimeTotal> byActor) {
    Map<Actor, TimeTotal> byJob = new TreeMap<>(byActor);
    byJob.keySet().removeIf(who -> !who.job());
    SortedMap<Spent<T>, TimeTotal> spent = new TreeMap<>();
    Heaviest.renamed(byJob, actor).forEach((job, time) -> spent.put(new Spent<>(place, job), time));
    return spent;
  }

  private static <T extends Comparable<? super T>> Map<Spent<T>, TimeTotal> mostOfEachJob(
      Map<Spent<T>, TimeTotal> all, UnaryOperator<T> rest) {
    return told(
        all,
        Spent::actor,
        TimeTotal::totalNanos,
        time -> Long.MAX_VALUE,
        spent -> new Spent<>(rest.apply(spent.place()), spent.actor()));
  }

  Allocations allocations() {
    Map<AllocationKey, Amount> byJob = new TreeMap<>(summary.allocations().byKey());
    byJob.keySet().removeIf(key -> !key.actor().job() || key.site().ofAgent());
    Map<AllocationKey, Amount> byMethod =
        Heaviest.renamed(
            byJob,
            key ->
                new AllocationKey(
                    key.className(),
                    actor.apply(key.actor()),
                    new Site(key.site().method(), -1, List.of())));
    return new Allocations(
        told(
            byMethod,
            AllocationKey::actor,
            Amount::bytes,
            Amount::count,
            key -> new AllocationKey("", key.actor(), REST)),
        Map.of());
  }

  /** What is told apart of each group, and what the others of it come to. */
  private static <K extends Comparable<? super K>, P extends Part<P>> Map<K, P> told(
      Map<K, P> all,
      Function<K, ?> group,
      ToDoubleFunction<P> weight,
      ToLongFunction<P> samples,
      UnaryOperator<K> rest) {
    Map<K, Double> weights = new HashMap<>();
    all.forEach((key, part) -> weights.put(key, weight.applyAsDouble(part)));
    weights.keySet().removeIf(key -> key.equals(rest.apply(key)));
    Set<K> heaviest = PLACES.of(weights, group);
    heaviest.removeIf(key -> samples.applyAsLong(all.get(key)) < FEWEST_SAMPLES);
    return Heaviest.renamed(all, key -> heaviest.contains(key) ? key : rest.apply(key));
  }

  Samples samples() {
    SortedMap<SampleKey, Long> execution = new TreeMap<>();
    summary
        .samples()
        .execution()
        .forEach((key, count) -> execution.merge(ofJob(key), count, Long::sum));
    execution.keySet().removeIf(SampleKey::inNative);
    Map<SampleKey, TimeTotal> cpuTime = Heaviest.renamed(summary.samples().cpuTime(), this::ofJob);
    Samples named = new Samples(execution, cpuTime);
    UnaryOperator<SampleKey> bySample =
        outlined(named, Measure.CPU_SAMPLES, execution.values().stream().mapToLong(n -> n).sum());
    UnaryOperator<SampleKey> byTime =
        outlined(
            named, Measure.CPU_TIME, cpuTime.values().stream().mapToLong(TimeTotal::count).sum());
    SortedMap<SampleKey, Long> told = new TreeMap<>();
    execution.forEach((key, count) -> told.merge(bySample.apply(key), count, Long::sum));
    return new Samples(told, Heaviest.renamed(cpuTime, byTime));
  }

  /** How samples are told: jobs by their name, threads as far as they matter. */
  private UnaryOperator<SampleKey> outlined(Samples samples, Measure measure, long count) {
    StackOutline stacks = outline(samples, measure, count);
    return key -> {
      boolean known = key.actor().job() || stacks.keeps(key.actor().name());
      Actor who = known ? key.actor() : new Actor(Roster.REST, false);
      return new SampleKey(who, stacks.of(key.actor().name(), key.site()), key.inNative());
    };
  }

  private SampleKey ofJob(SampleKey key) {
    return new SampleKey(actor.apply(key.actor()), key.site(), key.inNative());
  }

  /**
   * The outline of what a part of a summary costs.
   *
   * @param samples of how many samples the costs are
   */
  private StackOutline outline(Part<?> part, Measure measure, long samples) {
    StackCosts costs = StackCosts.of(Summary.of(summary.coverage(), part), measure);
    double least = Math.max(LEAST_FRAME_RATIO, FEWEST_SAMPLES / (double) Math.max(1, samples));
    return new StackOutline(costs, METHODS, new Heaviest(least, MOST_FRAMES));
  }
}
