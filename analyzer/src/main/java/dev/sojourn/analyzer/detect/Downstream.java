package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.statistics.Quantiles;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What jobs wait for from one other system.
 *
 * @param component which component of the breakdown the time is in
 * @param endpoint host and port; empty where only the place in the code is known
 * @param total of its operations
 * @param p90Nanos of the operations
 * @param medianNanos of the operations
 * @param quickNanos of the quickest second; 0 where the caller itself reads the answers
 * @param actors time by who waited
 * @param sites time by where
 */
record Downstream(
    Workload workload,
    Component component,
    String endpoint,
    TimeTotal total,
    long p90Nanos,
    long medianNanos,
    long quickNanos,
    Map<Actor, TimeTotal> actors,
    Map<Site, TimeTotal> sites) {
  /**
   * A job that talks to others spends its time waiting for them, which is no fault. Answers within
   * one network take some milliseconds, those of a partner on the same continent some tens; who
   * waits this long as a rule waits for something slow. The median says what the rule is, since a
   * busy machine makes single answers late.
   */
  private static final double SLOW_ANSWER_NANOS = 60e6;

  /** Where most are quicker, an answer that takes this long is late. */
  static final double LATE_ANSWER_NANOS = 30e6;

  /**
   * And so are a tenth of the answers if they are this much slower than most. Fewer than a tenth
   * are slow on any busy machine.
   */
  static final double SLOW_TAIL_FACTOR = 8;

  /** Threads of the client and of a server beside it that an answer may pass through. */
  private static final double MOST_PASSES = 8;

  /** A job that the clock starts may wait so much of the time until it is due again. */
  private static final double CLOCKED_SHARE = 0.5;

  /** Methods of HTTP and RPC clients that park the caller until the answer is there. */
  private static final List<String> CLIENTS =
      List.of(
          "java.net.http.",
          "jdk.internal.net.http.",
          "okhttp3.",
          "org.apache.http.",
          "org.apache.hc.",
          "io.grpc.",
          "io.netty.",
          "reactor.netty.",
          "org.eclipse.jetty.client.",
          "com.datastax.",
          "io.lettuce.");

  /** One for each endpoint that sockets were read from. */
  static List<Downstream> sockets(Workload workload) {
    Map<String, EndpointStatistics> reads = new TreeMap<>();
    Map<String, Series<TimeTotal>> calls = new TreeMap<>();
    workload
        .summary()
        .endpoints()
        .byKey()
        .forEach(
            (key, statistics) -> {
              if (key.kind() == EndpointKey.Kind.SOCKET) {
                reads.merge(key.name(), statistics, EndpointStatistics::plus);
              }
              if (key.operation() == EndpointKey.Operation.CALL) {
                calls.put(key.name(), statistics.series());
              }
            });
    Servers servers = Servers.of(workload, reads.entrySet());
    List<Downstream> all = new ArrayList<>();
    reads.forEach(
        (name, statistics) -> {
          double[] answers = meanNanos(calls.getOrDefault(name, Series.empty()));
          all.add(of(workload, name, servers.without(name, statistics), least(answers)));
        });
    return all;
  }

  /**
   * One for each place where callers of a client were parked, but those who get slow answers there
   * apart from those who get quick ones: they ask different systems.
   */
  static List<Downstream> clients(Workload workload) {
    Map<String, Downstream> askers = new TreeMap<>();
    workload
        .waits()
        .forEach(
            (key, waits) -> {
              if (key.component() == Component.PARKED && isClient(key.site())) {
                String asker = key.site().method() + SharedClient.way(key.site()) + key.actor();
                askers.merge(asker, of(workload, key, waits), Downstream::plus);
              }
            });
    List<Downstream> quick = askers.values().stream().filter(asker -> !asker.isSlow()).toList();
    Map<String, Downstream> places = new TreeMap<>();
    for (Downstream asker : askers.values()) {
      Downstream placed = asker.isSlow() ? asker.apartFrom(quick) : asker;
      places.merge(placed.culprit().method() + asker.isSlow(), placed, Downstream::plus);
    }
    return List.copyOf(places.values());
  }

  /** The same by the places that lead to it alone. */
  private Downstream apartFrom(List<Downstream> quick) {
    Map<Site, TimeTotal> places = new TreeMap<>();
    sites.forEach(
        (site, total) ->
            actors
                .keySet()
                .forEach(
                    actor ->
                        places.merge(
                            SharedClient.parted(site, actor, quick), total, TimeTotal::plus)));
    return new Downstream(
        workload, component, endpoint, total, p90Nanos, medianNanos, quickNanos, actors, places);
  }

  /** What it does to jobs, if it is worth a line. */
  Optional<Finding> finding() {
    Harm harm = workload.harm(losses());
    return harm.severity()
        .map(severity -> isHarmful(harm) ? severity : severity.atMost(Severity.INFO))
        .map(
            severity ->
                Finding.of(Kind.DOWNSTREAM_LATENCY, severity, Confidence.HIGH, harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(harm.jobs())
                    .withCulprit(culprit())
                    .withEvidence(evidence())
                    .withCaveats(caveats(harm)));
  }

  private boolean isHarmful(Harm harm) {
    return isSlow() && !workload.haveTime(harm.jobs(), CLOCKED_SHARE);
  }

  private List<Caveat> caveats(Harm harm) {
    Caveat usual = new Caveat(Caveat.Bias.USUAL, "");
    return Stream.concat(
            isHarmful(harm) ? Stream.of() : Stream.of(usual),
            Caveats.of(workload, "jdk.SocketRead").stream())
        .toList();
  }

  /** Whether its answers are slow for such answers, as a rule or many of them. */
  private boolean isSlow() {
    return (usualNanos() >= SLOW_ANSWER_NANOS && ownNanos() >= LATE_ANSWER_NANOS)
        || (!workload.isStarved()
            && p90Nanos >= LATE_ANSWER_NANOS
            && p90Nanos >= SLOW_TAIL_FACTOR * medianNanos);
  }

  /** How long an answer takes as a rule. */
  private double usualNanos() {
    return medianNanos > 0 ? medianNanos : meanNanos();
  }

  /**
   * The part of that for which who answers is to blame at least. Where others have the processors
   * an answer passes through threads each of which waits for one: as long as the caller does, if
   * that is known, else as long as would make the quickest second the rule.
   */
  private double ownNanos() {
    double usualNanos = usualNanos();
    if (!workload.isStarved() || quickNanos == 0) {
      return usualNanos;
    }
    double readyNanos = readyNanos() / Math.max(1, total.count());
    double knownNanos = readyNanos > 0 ? usualNanos - MOST_PASSES * readyNanos : 0;
    return Math.max(knownNanos, Math.min(usualNanos, quickNanos));
  }

  /** What those who ask waited for processors, in all. */
  private double readyNanos() {
    return actors.keySet().stream()
        .flatMap(actor -> workload.subject(actor).stream())
        .mapToDouble(subject -> subject.nanos(Component.READY))
        .sum();
  }

  private double meanNanos() {
    return (double) total.totalNanos() / Math.max(1, total.count());
  }

  private List<Loss> losses() {
    List<Loss> losses = new ArrayList<>();
    actors.forEach(
        (actor, total) ->
            workload
                .subject(actor)
                .ifPresent(
                    subject -> losses.add(subject.lossWithin(component, total.totalNanos()))));
    return losses;
  }

  /** The answers that one job waited for. */
  TimeTotal times(Subject subject) {
    return actors.entrySet().stream()
        .filter(actor -> workload.subject(actor.getKey()).equals(Optional.of(subject)))
        .map(Map.Entry::getValue)
        .reduce(TimeTotal.EMPTY, TimeTotal::plus);
  }

  /** How often it was waited for at the one line where that was most often. */
  long mostAtOneLine() {
    Map<String, Long> lines = new TreeMap<>();
    sites.forEach(
        (site, total) -> lines.merge(site.method() + ":" + site.line(), total.count(), Long::sum));
    return lines.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The endpoint, and where it is asked most. */
  Culprit culprit() {
    Culprit culprit = Culprit.UNKNOWN.withEndpoint(endpoint);
    return sites.entrySet().stream()
        .max(Comparator.comparingLong(site -> site.getValue().totalNanos()))
        .map(site -> culprit.withMethod(site.getKey().method(), site.getKey().line()))
        .orElse(culprit);
  }

  private Evidence[] evidence() {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.nanos("mean answer", meanNanos()));
    if (p90Nanos > 0) {
      evidence.add(Evidence.nanos("p90 answer", p90Nanos));
    }
    evidence.add(Evidence.nanos("longest answer", total.maxNanos()));
    evidence.add(Evidence.count("answers", total.count()));
    return evidence.toArray(Evidence[]::new);
  }

  private static Downstream of(
      Workload workload, String name, EndpointStatistics statistics, long quickNanos) {
    return new Downstream(
        workload,
        Component.SOCKET,
        name,
        statistics.total(),
        statistics.times().quantileNanos(0.9),
        statistics.times().quantileNanos(0.5),
        quickNanos,
        statistics.actors(),
        statistics.sites());
  }

  /** Of parks there is no distribution; the median of the seconds' means comes near it. */
  private static Downstream of(Workload workload, WaitKey key, WaitStatistics waits) {
    TimeTotal total = waits.total();
    double[] means = meanNanos(waits.series());
    return new Downstream(
        workload,
        Component.PARKED,
        "",
        total,
        0,
        means.length == 0 ? 0 : (long) Quantiles.median(means),
        least(means),
        Map.of(key.actor(), total),
        Map.of(key.site(), total));
  }

  /** Of each second in which there were any. */
  private static double[] meanNanos(Series<TimeTotal> series) {
    return series.bins().values().stream()
        .filter(bin -> bin.count() > 0)
        .mapToDouble(bin -> (double) bin.totalNanos() / bin.count())
        .toArray();
  }

  private static long least(double[] nanos) {
    return (long) Arrays.stream(nanos).min().orElse(0);
  }

  private Downstream plus(Downstream other) {
    return new Downstream(
        workload,
        component,
        endpoint,
        total.plus(other.total),
        0,
        total.totalNanos() >= other.total.totalNanos() ? medianNanos : other.medianNanos,
        total.totalNanos() >= other.total.totalNanos() ? quickNanos : other.quickNanos,
        totals(actors, other.actors),
        totals(sites, other.sites));
  }

  /** Whether an answer is waited for there, by a client that parks its caller. */
  static boolean isClient(Site site) {
    return site.stack().stream().anyMatch(method -> CLIENTS.stream().anyMatch(method::startsWith));
  }

  private static <K extends Comparable<K>> Map<K, TimeTotal> totals(
      Map<K, TimeTotal> one, Map<K, TimeTotal> other) {
    Map<K, TimeTotal> sum = new TreeMap<>(one);
    other.forEach((key, total) -> sum.merge(key, total, TimeTotal::plus));
    return sum;
  }
}
