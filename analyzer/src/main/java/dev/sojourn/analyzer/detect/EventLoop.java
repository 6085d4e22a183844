package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Threads each of which waits for many connections at once and serves what comes in itself. While
 * one stands still for a single connection, all others of it wait, and no queue tells of them.
 *
 * @param crew the threads
 * @param stands where they, and those named like them, stood still for long
 */
record EventLoop(Workload workload, Crew crew, Map<Site, TimeTotal> stands) {
  private static final Pattern SELECTS =
      Pattern.compile("sun\\.nio\\.ch\\.SelectorImpl\\.\\w+|.*\\.(epoll|kevent)Wait\\w*");

  /** A thread that is there to select does so near its begin; who uses a client does not. */
  private static final int MOST_CALLERS = 7;

  private static final String THREAD = "java.lang.Thread.";

  /** Others have to wait for a processor for as long now and then. */
  private static final long LEAST_NANOS = 10_000_000;

  /** All that stand still too much. */
  static List<Finding> findings(Workload workload) {
    Set<String> groups = groups(workload.summary());
    return workload.crewsWithoutJobs().stream()
        .filter(crew -> groups.contains(crew.group()) && crew.source().isEmpty())
        .map(crew -> new EventLoop(workload, crew, stands(workload, crew.group())))
        .flatMap(loop -> loop.severity().map(loop::finding).stream())
        .toList();
  }

  /** The groups of threads that are there to wait for connections. */
  static Set<String> groups(Summary summary) {
    return summary.samples().execution().keySet().stream()
        .filter(sample -> sample.inNative() && !sample.actor().job() && isLoop(sample.site()))
        .map(sample -> sample.actor().name())
        .collect(Collectors.toSet());
  }

  private static boolean isLoop(Site site) {
    List<String> stack = site.stack();
    int select = stack.size() - 1;
    while (select >= 0 && !SELECTS.matcher(stack.get(select)).matches()) {
      select--;
    }
    return select >= 0
        && stack.get(stack.size() - 1).startsWith(THREAD)
        && stack.stream().skip(select + 1L).filter(method -> !method.startsWith(THREAD)).count()
            <= MOST_CALLERS;
  }

  private static Map<Site, TimeTotal> stands(Workload workload, String group) {
    Actor threads = Actor.threads(group);
    Map<Site, TimeTotal> all = new TreeMap<>();
    workload.waits().entrySet().stream()
        .filter(wait -> wait.getKey().actor().equals(threads))
        .forEach(wait -> add(all, wait.getKey().site(), wait.getValue().total()));
    workload.summary().endpoints().byKey().values().stream()
        .forEach(endpoint -> add(all, endpoint.actors().get(threads), endpoint.sites()));
    workload.summary().locks().byKey().values().stream()
        .forEach(lock -> add(all, lock.victims().get(threads), lock.waitSites()));
    all.values().removeIf(stand -> stand.totalNanos() < LEAST_NANOS * stand.count());
    return all;
  }

  /** Where each of several stood is not told, so it counts for the place where most did. */
  private static void add(
      Map<Site, TimeTotal> all, TimeTotal ofThreads, Map<Site, TimeTotal> sites) {
    if (ofThreads != null) {
      add(all, longest(sites).orElse(Site.UNKNOWN), ofThreads);
    }
  }

  private static void add(Map<Site, TimeTotal> all, Site site, TimeTotal total) {
    all.merge(site, total, TimeTotal::plus);
  }

  private static Optional<Site> longest(Map<Site, TimeTotal> sites) {
    return sites.entrySet().stream()
        .max(Comparator.comparingLong(site -> site.getValue().totalNanos()))
        .map(Map.Entry::getKey);
  }

  private TimeTotal total() {
    return stands.values().stream().reduce(TimeTotal.EMPTY, TimeTotal::plus);
  }

  /** The part of the time in which a loop does nothing for the others, from 0 to 1. */
  private double share() {
    double standing = (1 - crew.share(Component.CPU)) * crew.busyNanos();
    double all = (double) crew.members() * workload.coveredNanos();
    return Math.min(standing, total().totalNanos()) / all;
  }

  private Optional<Severity> severity() {
    if (share() < Harm.WARNING_SHARE) {
      return Optional.empty();
    }
    return Optional.of(share() < Harm.CRITICAL_SHARE ? Severity.WARNING : Severity.CRITICAL);
  }

  private Finding finding(Severity severity) {
    Impact impact = new Impact(Metric.BUSY_THREADS, 0, share() * crew.members(), 0);
    return Finding.of(Kind.SERIAL_STAGE, severity, Confidence.MEDIUM, impact)
        .withJobs(List.of(crew.group()))
        .withCulprit(culprit())
        .withEvidence(
            Evidence.share("of its time a loop stands still", share()),
            Evidence.nanos(
                "for each time", (double) total().totalNanos() / Math.max(1, total().count())),
            Evidence.count("loops", crew.members()),
            Evidence.share("machine CPU in use", workload.machineCpuRatio()))
        .withCaveats(Caveats.and(workload, new Caveat(Caveat.Bias.EVENT_LOOP, crew.name())));
  }

  /** Where it stands longest. */
  private Culprit culprit() {
    return longest(stands)
        .map(site -> Sleeping.culprit(workload, site))
        .orElse(Culprit.UNKNOWN)
        .withExecutor(crew.name());
  }
}
