package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Cpu;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.GarbageCollections;
import dev.sojourn.analyzer.summary.JobAccount;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.JobTimes;
import dev.sojourn.analyzer.summary.Jobs;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.SettingKey;
import dev.sojourn.analyzer.summary.Settings;
import dev.sojourn.analyzer.summary.Summary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What comparisons ask of a summary, in bounded size: the numbers of its jobs and locks are the
 * same, and of the places where they spend time and memory those are told that take most of it. The
 * baseline of a baseline is the same.
 */
public final class Baseline {
  /** Of jobs and of locks, those with most time. */
  private static final Heaviest NAMES = new Heaviest(0, 64);

  /** Longer than any recording. */
  private static final int ALL_SECONDS_LOG2 = 31;

  private final Summary summary;
  private final Set<String> jobs;

  private Baseline(Summary summary) {
    this.summary = summary;
    this.jobs = jobsWithMostTime(summary.jobs().byName());
  }

  /** The baseline of a summary. */
  public static Summary of(Summary summary) {
    return new Baseline(summary.settled()).projection();
  }

  private Summary projection() {
    PlaceOutline places = new PlaceOutline(summary, this::actor);
    return Summary.of(
        summary.coverage().outlined(),
        jobs(),
        places.locks(locks()),
        places.endpoints(),
        collections(),
        places.allocations(),
        new Cpu(Series.empty(), summary.cpu().processors(), Map.of(), Series.empty(), Map.of()),
        places.samples(),
        summary.agents(),
        settings(),
        summary.bounds().ofBaseline());
  }

  private static Set<String> jobsWithMostTime(Map<String, JobStatistics> all) {
    Map<String, Double> shares = new HashMap<>();
    addShares(shares, all, job -> job.total().serviceNanos());
    addShares(shares, all, job -> job.total().sojournNanos());
    return NAMES.of(shares, job -> "all");
  }

  /** A job matters by its service or by its sojourn time. */
  private static void addShares(
      Map<String, Double> shares,
      Map<String, JobStatistics> all,
      ToDoubleFunction<JobStatistics> nanos) {
    double sum = Math.max(1, all.values().stream().mapToDouble(nanos).sum());
    all.forEach(
        (name, job) -> {
          if (!Roster.isRest(name)) {
            shares.merge(name, nanos.applyAsDouble(job) / sum, Math::max);
          }
        });
  }

  private String name(String job) {
    return jobs.contains(job) ? job : Roster.REST;
  }

  private Actor actor(Actor actor) {
    return actor.job() ? Actor.job(name(actor.name())) : actor;
  }

  private Jobs jobs() {
    SortedMap<String, JobStatistics> named = Heaviest.renamed(summary.jobs().byName(), this::name);
    named.replaceAll((name, job) -> outlined(job));
    return new Jobs(named, 0);
  }

  private static JobStatistics outlined(JobStatistics job) {
    return new JobStatistics(
        outlined(job.counted()),
        outlined(job.sampled()),
        Map.of(),
        Map.of(),
        job.breakdown().outlined(Explainer.TAIL),
        Series.empty());
  }

  private static JobAccount outlined(JobAccount account) {
    JobTimes times = account.times();
    return new JobAccount(
        account.total(),
        new JobTimes(
            outlined(times.waiting()), outlined(times.service()), outlined(times.sojourn())),
        Series.empty(),
        Map.of());
  }

  private static Distribution outlined(Distribution times) {
    return times.outlined(SummaryMetrics.QUANTILES.values());
  }

  private Map<LockKey, LockStatistics> locks() {
    Map<LockKey, LockStatistics> acquired = new TreeMap<>(summary.locks().byKey());
    acquired.keySet().removeIf(lock -> lock.family().isNotified());
    Map<LockKey, Double> blocked = new HashMap<>();
    acquired.forEach(
        (key, lock) -> {
          if (!Roster.isRest(key.name())) {
            blocked.put(key, (double) lock.account().total().blockedNanos());
          }
        });
    Set<LockKey> kept = NAMES.of(blocked, lock -> "all");
    return Heaviest.renamed(
        acquired, key -> kept.contains(key) ? key : new LockKey(Roster.REST, "", key.family()));
  }

  private GarbageCollections collections() {
    return new GarbageCollections(
        Map.of(),
        Map.of(),
        Distribution.empty(),
        summary.garbageCollections().pauseSeries().coarsened(ALL_SECONDS_LOG2),
        summary.garbageCollections().collectors());
  }

  private Settings settings() {
    Map<SettingKey, Set<String>> asked = new TreeMap<>(summary.settings().values());
    asked.keySet().retainAll(Conditions.SETTINGS);
    return new Settings(asked);
  }
}
