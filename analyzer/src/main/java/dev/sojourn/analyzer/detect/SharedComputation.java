package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A result that one run computes while others wait for it: a cache that loads an entry once, a map
 * of futures. No lock is held meanwhile, so no event tells who is waited for. The stacks do: all of
 * them lead through the method that shares the result, and one goes on where the others wait.
 *
 * @param method that shares the result
 * @param longest where the one that computes stands still longest
 * @param computing all of that time
 * @param waiting time of the others
 * @param waitNanos the same by job
 */
record SharedComputation(
    String method,
    Stand longest,
    Series<TimeTotal> computing,
    Series<TimeTotal> waiting,
    Map<Subject, Long> waitNanos) {
  /** Where each run waits and then stands still itself, nothing is shared. */
  private static final double MOST_COMPUTE = 0.5;

  /** The waits lie in the time of the computations, but for those that begin in another second. */
  private static final double MEANWHILE_SHARE = 0.8;

  /** Where a job stands still, and for how long. */
  private record Stand(Site site, List<String> stack, Series<TimeTotal> times) {
    Stand(Site site, Series<TimeTotal> times) {
      this(site, stackOf(site), times);
    }

    long totalNanos() {
      return total(times).totalNanos();
    }

    boolean goesOn(String through, String towardsWait) {
      int at = stack.indexOf(through);
      return at > 0 && !stack.get(at - 1).equals(towardsWait);
    }

    /** The first method on the way to where it stands that is not of what shares the result. */
    String computes(String shared) {
      List<String> inside = new ArrayList<>(stack.subList(0, stack.indexOf(shared)));
      Collections.reverse(inside);
      String entry = stack.get(outermost(stack));
      boolean ofProgram = Frames.packageOf(shared).equals(Frames.packageOf(entry));
      UnaryOperator<String> owner = ofProgram ? Frames::outerClassOf : Frames::packageOf;
      return inside.stream()
          .filter(frame -> !Frames.isJdk(frame))
          .filter(frame -> !owner.apply(frame).equals(owner.apply(shared)))
          .findFirst()
          .orElse(site.method());
    }
  }

  /** Those that cost a job anything. */
  static List<Finding> findings(Workload workload) {
    List<Stand> stands = stands(workload);
    Map<String, SharedComputation> shared = new TreeMap<>();
    workload
        .waits()
        .forEach(
            (wait, statistics) -> {
              if (mayBeForResult(wait)) {
                workload
                    .subject(wait.actor())
                    .flatMap(job -> of(job, wait.site(), statistics.series(), stands))
                    .ifPresent(some -> shared.merge(some.method, some, SharedComputation::plus));
              }
            });
    return shared.values().stream()
        .filter(SharedComputation::isShared)
        .map(some -> some.finding(workload))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean mayBeForResult(WaitKey wait) {
    return wait.component() == Component.PARKED
        && wait.actor().job()
        && !Downstream.isClient(wait.site())
        && !Borrowing.isBorrowing(wait.site());
  }

  /** Where jobs sleep, or wait for something outside of the JVM. */
  private static List<Stand> stands(Workload workload) {
    List<Stand> stands = new ArrayList<>();
    workload
        .waits()
        .forEach(
            (wait, statistics) -> {
              boolean outside =
                  wait.component() == Component.SLEPT || Downstream.isClient(wait.site());
              if (outside && wait.actor().job()) {
                stands.add(new Stand(wait.site(), statistics.series()));
              }
            });
    workload
        .summary()
        .endpoints()
        .byKey()
        .values()
        .forEach(
            endpoint ->
                endpoint.sites().keySet().stream()
                    .map(site -> new Stand(site, endpoint.series()))
                    .forEach(stands::add));
    return stands;
  }

  private static Optional<SharedComputation> of(
      Subject job, Site wait, Series<TimeTotal> times, List<Stand> stands) {
    List<String> stack = stackOf(wait);
    for (int at = 1; at < outermost(stack) && !stack.get(at).equals(job.name()); at++) {
      String method = stack.get(at);
      String towardsWait = stack.get(at - 1);
      List<Stand> computing =
          Frames.isJdk(method)
              ? List.of()
              : stands.stream().filter(s -> s.goesOn(method, towardsWait)).toList();
      if (!computing.isEmpty()) {
        return Optional.of(
            new SharedComputation(
                method,
                Collections.max(computing, Comparator.comparingLong(Stand::totalNanos)),
                computing.stream().map(Stand::times).reduce(Series.empty(), Series::plus),
                times,
                Map.of(job, total(times).totalNanos())));
      }
    }
    return Optional.empty();
  }

  private static List<String> stackOf(Site site) {
    return site.stack().stream().map(Frames::writtenIn).toList();
  }

  /** The job's own method: what it does one after the other is no way to a shared result. */
  private static int outermost(List<String> stack) {
    int at = stack.size() - 1;
    while (at >= 0 && Frames.isJdk(stack.get(at))) {
      at--;
    }
    return at;
  }

  private SharedComputation plus(SharedComputation other) {
    Map<Subject, Long> both = new TreeMap<>(Comparator.comparing(Subject::name));
    both.putAll(waitNanos);
    other.waitNanos.forEach((job, nanos) -> both.merge(job, nanos, Long::sum));
    return new SharedComputation(method, longest, computing, waiting.plus(other.waiting), both);
  }

  private boolean isShared() {
    int level = Math.max(computing.level(), waiting.level());
    Map<Long, TimeTotal> computed = computing.coarsened(level).bins();
    long meanwhileNanos = 0;
    for (var bin : waiting.coarsened(level).bins().entrySet()) {
      meanwhileNanos += computed.containsKey(bin.getKey()) ? bin.getValue().totalNanos() : 0;
    }
    TimeTotal waits = total(waiting);
    return total(computing).count() <= MOST_COMPUTE * waits.count()
        && meanwhileNanos >= MEANWHILE_SHARE * waits.totalNanos()
        && waits.totalNanos() <= waits.count() * longestNanos(computed);
  }

  /** One computation may stand still several times: all of a second's may be one. */
  private static long longestNanos(Map<Long, TimeTotal> computed) {
    return computed.values().stream().mapToLong(TimeTotal::totalNanos).max().orElse(0);
  }

  private Optional<Finding> finding(Workload workload) {
    List<Loss> losses = new ArrayList<>();
    waitNanos.forEach((job, nanos) -> losses.add(job.lossWithin(Component.PARKED, nanos)));
    Harm harm = workload.harm(losses);
    TimeTotal waits = total(waiting);
    return harm.severity()
        .map(
            severity ->
                Finding.of(Kind.LOCK_CONTENTION, severity, Confidence.MEDIUM, harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(harm.jobs())
                    .withCulprit(
                        Culprit.UNKNOWN
                            .withMethod(longest.computes(method), -1)
                            .withLock(method)
                            .withClassName(Frames.classOf(method)))
                    .withEvidence(
                        Evidence.count("waits for a result", waits.count()),
                        Evidence.nanos("waited in all", waits.totalNanos()),
                        Evidence.nanos("longest wait", waits.maxNanos()),
                        Evidence.nanos("computing stands still", total(computing).totalNanos()))
                    .withCaveats(
                        Caveats.and(workload, new Caveat(Caveat.Bias.GUESSED_HOLDER, method))));
  }

  private static TimeTotal total(Series<TimeTotal> times) {
    return times.total(TimeTotal.EMPTY);
  }
}
