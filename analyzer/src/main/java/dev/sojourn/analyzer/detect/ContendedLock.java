package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Selectors;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A lock that threads were blocked on. */
final class ContendedLock {
  /** Holds that are this short are no trouble one by one. */
  private static final double CONVOY_HOLD_NANOS = 2e6;

  /** In a convoy a thread waits for several holds, not for one. */
  private static final double CONVOY_HOLDS_PER_WAIT = 3;

  /** And it is the rule, not the exception: so many blocked acquires a second. */
  private static final double CONVOY_ACQUIRES_PER_SECOND = 50;

  /** Blame that covers less of the blocked time does not prove who held the lock. */
  private static final double KNOWN_HOLDER_SHARE = 0.5;

  /** And who held it for less is not named. */
  private static final double NAMED_HOLDER_SHARE = 0.1;

  /** Fewer waits are an incident: a pause, or a processor that the holder had lost. */
  private static final long LEAST_ACQUIRES = 4;

  /** And so many are needed where processors are lost all the time. */
  private static final long LEAST_ACQUIRES_WHEN_STARVED = 10;

  /** Holders that lose their processor hold longer, and so much of the time is lost to that. */
  private static final double LEAST_SHARE_WHEN_STARVED = 0.25;

  /** Nobody waits that long for a processor or a disk as a rule, and whoever waits notices. */
  private static final double ANYWHERE_LONG_HOLD_NANOS = 100e6;

  private static final double NANOS_PER_SECOND = 1e9;

  private final LockKey key;
  private final LockStatistics statistics;
  private final Workload workload;
  private final Optional<LockBlame> blame;

  private ContendedLock(LockKey key, LockStatistics statistics, Workload workload) {
    this.key = key;
    this.statistics = statistics;
    this.workload = workload;
    this.blame =
        LockBlame.most(statistics)
            .filter(most -> most.blame().blockedNanos() >= NAMED_HOLDER_SHARE * observedNanos());
  }

  /**
   * All locks that exclude threads from one another; latches and conditions do not, nor does what
   * lets one thread at a time wait to be asked, or be woken.
   */
  static List<ContendedLock> all(Workload workload) {
    return KnownLocks.of(workload.summary().locks().byKey()).entrySet().stream()
        .filter(entry -> excludes(entry.getKey(), entry.getValue()))
        .map(entry -> new ContendedLock(entry.getKey(), entry.getValue(), workload))
        .toList();
  }

  /** Whether it is waited for where connections are borrowed. */
  boolean isConnectionPool() {
    return isMostlyAt(
        statistics, site -> Borrowing.isBorrowing(site) || BorrowedResource.isPermit(key, site));
  }

  /** Whether many short holds, not a few long ones, make the wait. */
  boolean isConvoy() {
    LockCounts counts = statistics.account().total();
    double meanHold = meanHoldNanos();
    if (meanHold == 0 || counts.acquires() == 0) {
      return false;
    }
    double meanBlocked = (double) counts.blockedNanos() / counts.acquires();
    double perSecond = NANOS_PER_SECOND * counts.acquires() / workload.coveredNanos();
    return meanHold < CONVOY_HOLD_NANOS
        && meanBlocked >= CONVOY_HOLDS_PER_WAIT * meanHold
        && perSecond >= CONVOY_ACQUIRES_PER_SECOND;
  }

  /** What it does to jobs, if it is worth a line. */
  Optional<Finding> finding(Kind kind) {
    Harm harm = workload.harm(losses());
    return harm.severity()
        .map(severity -> isIncident() || isLate(harm) ? Severity.INFO : severity)
        .map(severity -> Finding.of(kind, severity, confidence(), harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(harm.jobs())
                    .withCulprit(culprit())
                    .withEvidence(evidence())
                    .withCaveats(caveats()));
  }

  /** Whether holders may be no more than late because others leave them no processor. */
  private boolean isLate(Harm harm) {
    return workload.isStarved()
        && harm.worstShare() < LEAST_SHARE_WHEN_STARVED
        && blame.filter(LockBlame::takesLong).isEmpty();
  }

  private boolean isIncident() {
    long least = workload.isStarved() ? LEAST_ACQUIRES_WHEN_STARVED : LEAST_ACQUIRES;
    return statistics.account().total().acquires() < least;
  }

  private List<Loss> losses() {
    return statistics.victims().entrySet().stream()
        .flatMap(
            victim ->
                workload.blocked(victim.getKey()).stream()
                    .map(subject -> isAccident() ? subject : subject.asRecorded())
                    .map(
                        subject ->
                            subject.lossWithin(
                                component(), blockedNanos(subject, victim.getValue()))))
        .toList();
  }

  /**
   * With its share of the waits that are counted and have no event, since they were short or past
   * the agent's budget.
   */
  private double blockedNanos(Subject victim, TimeTotal events) {
    double counted = statistics.account().total().blockedNanos();
    double all = events.totalNanos() * counted / Math.max(1, observedNanos());
    return Math.max(events.totalNanos(), Math.min(all, victim.serviceNanos()));
  }

  /** A place that holds it long again and again is none, however few moments that fills. */
  private boolean isAccident() {
    return blame
        .map(most -> most.blame().holds())
        .filter(holds -> holds.count() >= LEAST_ACQUIRES)
        .filter(holds -> holds.totalNanos() >= ANYWHERE_LONG_HOLD_NANOS * holds.count())
        .isEmpty();
  }

  private Component component() {
    return key.family() == LockKey.Family.WAIT_SET ? Component.WAITED : Component.BLOCKED;
  }

  private Culprit culprit() {
    Culprit lock = Culprit.UNKNOWN.withLock(key.name()).withClassName(key.className());
    return blame
        .filter(LockBlame::isPlaced)
        .map(
            most ->
                most.endpoint()
                    .map(lock::withEndpoint)
                    .orElse(lock)
                    .withMethod(most.method(), most.line())
                    .withThread(most.threads()))
        .orElseGet(() -> waitSite().map(site -> at(lock, site)).orElse(lock));
  }

  private static Culprit at(Culprit lock, Site site) {
    return lock.withMethod(site.method(), site.line());
  }

  private Optional<Site> waitSite() {
    return statistics.waitSites().entrySet().stream()
        .max(Comparator.comparingLong(site -> site.getValue().totalNanos()))
        .map(Map.Entry::getKey);
  }

  private Confidence confidence() {
    if (blame.isEmpty()) {
      return Confidence.LOW;
    }
    long knownNanos = statistics.holders().values().stream().mapToLong(Blame::blockedNanos).sum();
    double known = (double) knownNanos / Math.max(1, observedNanos());
    return known >= KNOWN_HOLDER_SHARE ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private Evidence[] evidence() {
    LockCounts counts = statistics.account().total();
    List<Evidence> own =
        List.of(
            Evidence.nanos("blocked in all", counts.blockedNanos()),
            Evidence.count("blocked acquires", counts.acquires()),
            Evidence.nanos("longest blocked", counts.maxBlockedNanos()));
    List<Evidence> held = blame.map(most -> most.evidence(observedNanos())).orElse(List.of());
    return Stream.concat(own.stream(), held.stream()).toArray(Evidence[]::new);
  }

  private List<Caveat> caveats() {
    return blame.isEmpty()
        ? Caveats.and(workload, new Caveat(Caveat.Bias.GUESSED_HOLDER, key.name()))
        : Caveats.of(workload, "jdk.JavaMonitorEnter");
  }

  /**
   * By the exact account, if it tells; single events are of the longest holds, or are inferred from
   * long waits. As many holds keep somebody waiting as there are blocked acquires.
   */
  private double meanHoldNanos() {
    LockCounts counted =
        statistics.counted().series().bins().values().stream()
            .filter(bin -> bin.heldNanos() > 0)
            .reduce(LockCounts.EMPTY, LockCounts::plus);
    TimeTotal holds = holds();
    return counted.acquires() > 0
        ? (double) counted.heldNanos() / counted.acquires()
        : (double) holds.totalNanos() / Math.max(1, holds.count());
  }

  private TimeTotal holds() {
    return statistics.holders().values().stream()
        .map(Blame::holds)
        .reduce(TimeTotal.EMPTY, TimeTotal::plus);
  }

  private long observedNanos() {
    return statistics.eventNanos();
  }

  private static boolean excludes(LockKey key, LockStatistics statistics) {
    return (key.family().blocks()
            && !Selectors.areGuardedBy(key)
            && !isMostlyAt(statistics, Servers::listens))
        || (key.family() == LockKey.Family.WAIT_SET && HandedOn.isLock(key, statistics));
  }

  /** Whether most of the time that threads wait for it they are at places of a sort. */
  private static boolean isMostlyAt(LockStatistics statistics, Predicate<Site> places) {
    long nanos =
        statistics.waitSites().entrySet().stream()
            .filter(site -> places.test(site.getKey()))
            .mapToLong(site -> site.getValue().totalNanos())
            .sum();
    return 2 * nanos > statistics.eventNanos();
  }
}
