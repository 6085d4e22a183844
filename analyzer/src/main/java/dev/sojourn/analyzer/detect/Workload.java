package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.CpuUse;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.PressureSample;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Span;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.ThreadGroup;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import dev.sojourn.analyzer.summary.WorkerTimes;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A summary, seen as jobs that share a machine. Immutable. */
final class Workload {
  private static final double MICRO = 1e-6;
  private static final double TAIL_QUANTILE = 0.99;

  /** One name may stand for the stages of a chain of tasks, each in an executor of its own. */
  private static final double GOOD_PART = 0.2;

  /** Where a pool has a thread to spare more often, its jobs wait for something else. */
  private static final double BUSY_SHARE = 0.1;

  /** With less to spare, whoever wants a processor waits for it. */
  static final double FULL_RATIO = 0.85;

  private static final List<Component> IDLE =
      List.of(Component.PARKED, Component.WAITED, Component.SLEPT);

  private final Summary summary;
  private final Map<String, Subject> subjects = new TreeMap<>();
  private final Map<String, Subject> workers = new TreeMap<>();
  private final Map<String, Pool> pools = new TreeMap<>();
  private final Map<String, Crew> crews = new TreeMap<>();
  private final List<Span> spans;

  Workload(Summary summary) {
    this.summary = summary;
    this.spans = summary.coverage().spans();
    summary
        .executors()
        .byName()
        .forEach((name, executor) -> pools.put(name, new Pool(name, executor)));
    summary.jobs().byName().forEach((name, job) -> subjects.put(name, subject(name, job)));
    if (!hasJobs()) {
      summary.workers().byName().forEach((name, group) -> crews.put(name, new Crew(name, group)));
    }
    Set<String> loops = EventLoop.groups(summary);
    summary.threadGroups().byName().forEach((name, group) -> add(name, group, loops));
  }

  /**
   * Without jobs, threads stand for them; beside jobs, only those that work and run none. How long
   * an event loop waits for its connections is not recorded, so no share of its time is known.
   */
  private void add(String name, ThreadGroup group, Set<String> loops) {
    if (JvmThreads.contain(name)) {
      return;
    }
    if (!hasJobs()) {
      subjects.put(name, subject(name, group));
    } else if (name.contains("*") && group.inJobsNanos() == 0 && !loops.contains(name)) {
      workers.put(name, whole(name, group));
    }
  }

  Summary summary() {
    return summary;
  }

  /** Where threads stood still for something that is no lock. */
  Map<WaitKey, WaitStatistics> waits() {
    return summary.waits().byKey();
  }

  /**
   * The job that did something most. Who did it between two runs, or after the run had ended, is
   * only a thread; so jobs go before threads.
   */
  Optional<String> mostlyJob(Map<Actor, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> subject(count.getKey()).filter(Subject::job).isPresent())
        .max(Map.Entry.comparingByValue())
        .flatMap(count -> subject(count.getKey()))
        .map(Subject::name);
  }

  /** Whether there are jobs; else groups of threads stand for them. */
  boolean hasJobs() {
    return !summary.jobs().byName().isEmpty();
  }

  /** Whether the agent was there. */
  boolean hasAgent() {
    return hasJobs() || !summary.agents().byJvm().isEmpty();
  }

  Collection<Subject> subjects() {
    return subjects.values();
  }

  /** The subject that an actor is, if it is one. */
  Optional<Subject> subject(Actor actor) {
    return actor.job() == hasJobs()
        ? Optional.ofNullable(subjects.get(actor.name()))
        : Optional.empty();
  }

  /**
   * Who may be harmed by standing still for others, which is the job or, beside jobs, threads of
   * the program's own that run none.
   */
  Optional<Subject> blocked(Actor actor) {
    return subject(actor)
        .or(() -> actor.job() ? Optional.empty() : Optional.ofNullable(workers.get(actor.name())));
  }

  Optional<Subject> subject(String name) {
    return Optional.ofNullable(subjects.get(name));
  }

  Collection<Pool> pools() {
    return pools.values();
  }

  Optional<Pool> pool(String name) {
    return Optional.ofNullable(pools.get(name));
  }

  /** Pools as their threads show them. */
  Collection<Crew> crews() {
    return crews.values();
  }

  /** The same of threads that run no jobs, whether others do or not. */
  List<Crew> crewsWithoutJobs() {
    Map<String, ThreadGroup> groups = summary.threadGroups().byName();
    return summary.workers().byName().entrySet().stream()
        .map(workers -> new Crew(workers.getKey(), workers.getValue()))
        .filter(crew -> groups.getOrDefault(crew.group(), ThreadGroup.EMPTY).inJobsNanos() == 0)
        .toList();
  }

  /** What is known of what threads do, but for waiting for work. */
  long busyNanos(Subject threads) {
    return crews.values().stream()
        .filter(crew -> crew.group().equals(threads.name()))
        .mapToLong(Crew::busyNanos)
        .sum();
  }

  /** The jobs of which a good part runs in an executor. */
  List<Subject> subjectsOf(String executor) {
    if (!hasJobs()) {
      return Optional.ofNullable(crews.get(executor)).stream()
          .flatMap(crew -> subject(crew.group()).stream())
          .toList();
    }
    return subjects.values().stream().filter(subject -> runsIn(subject, executor)).toList();
  }

  /** Length of the recorded time; at least 1. */
  long coveredNanos() {
    return Math.max(1, summary.coverage().coveredNanos());
  }

  long beginEpochNanos() {
    return spans.isEmpty() ? 0 : spans.get(0).beginEpochNanos();
  }

  long endEpochNanos() {
    return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).endEpochNanos();
  }

  /** Processors that the JVM may use; 0 where the recording does not tell. */
  int processors() {
    return summary.cpu().processors().stream()
        .mapToInt(p -> p.effectiveCpuCount() > 0 ? p.effectiveCpuCount() : p.hardwareThreads())
        .max()
        .orElse(0);
  }

  /** Load of all processors by the JVM, from 0 to 1. */
  double jvmCpuRatio() {
    CpuUse use = summary.cpu().use().total(CpuUse.EMPTY);
    return MICRO * (use.jvmUserMicros().mean() + use.jvmSystemMicros().mean());
  }

  /**
   * Load of all processors by all processes, from 0 to 1. What a hypervisor takes is gone, too, and
   * the load that the system tells does not count it.
   */
  double machineCpuRatio() {
    double stolen = summary.pressure().samples().total(PressureSample.EMPTY).stolenMicros().mean();
    double used = summary.cpu().use().total(CpuUse.EMPTY).machineMicros().mean();
    return Math.min(1, MICRO * (used + stolen / Math.max(1, processors())));
  }

  /** Whether the processors have nothing left to give, to this JVM and all others together. */
  boolean isMachineFull() {
    return machineCpuRatio() >= FULL_RATIO;
  }

  /** Whether others take more of the processors than this JVM, and leave nothing. */
  boolean isStarved() {
    return isMachineFull() && machineCpuRatio() - jvmCpuRatio() > jvmCpuRatio();
  }

  /**
   * Whether others have the processors while no jobs tell how long threads wait for one: then the
   * little that is known of the threads is mostly what they computed, whatever slows them.
   */
  boolean isObscured() {
    return isStarved() && !hasJobs();
  }

  /**
   * Whether all of these jobs are started by the clock and over long before they are due again, so
   * that nobody waits for them, however long they take.
   *
   * @param mostShare of the time that each may take
   */
  boolean haveTime(List<String> jobs, double mostShare) {
    return jobs.stream()
        .map(subjects::get)
        .allMatch(
            job ->
                job != null
                    && job.isScheduled()
                    && job.serviceNanos() < mostShare * coveredNanos());
  }

  /** Share of the time in which all threads stood still for garbage collection. */
  double pauseRatio() {
    long nanos = summary.garbageCollections().pauseSeries().total(TimeTotal.EMPTY).totalNanos();
    return Math.min(1, (double) nanos / coveredNanos());
  }

  /** When others had the processors. */
  Disturbance disturbance() {
    return Disturbance.of(summary, processors());
  }

  /** Whether the load of the processors is known. */
  boolean knowsCpu() {
    return !summary.cpu().use().bins().isEmpty();
  }

  Harm harm(List<Loss> losses) {
    return Harm.of(losses, coveredNanos());
  }

  private boolean runsIn(Subject subject, String executor) {
    JobStatistics job = summary.jobs().byName().get(subject.name());
    return job != null && runsIn(job, executor);
  }

  private static boolean runsIn(JobStatistics job, String executor) {
    return job.total().runs() > 0
        && job.executors().getOrDefault(executor, 0L) >= GOOD_PART * job.total().runs();
  }

  /** Whether it has to wait until others have run; where no pool is known, it may be. */
  private boolean queues(JobStatistics job) {
    List<Pool> known = pools.values().stream().filter(pool -> runsIn(job, pool.name())).toList();
    return known.isEmpty() || known.stream().anyMatch(pool -> pool.busyShare() >= BUSY_SHARE);
  }

  private Subject subject(String name, JobStatistics job) {
    return new Subject(
        name,
        true,
        job.total().runs(),
        job.total().sojournNanos(),
        queues(job),
        job.breakdown().total(),
        job.breakdown().tail(TAIL_QUANTILE),
        steadiness(job.components()));
  }

  private Map<Component, Double> steadiness(Series<ComponentTimes> components) {
    Disturbance disturbance = disturbance();
    Map<Component, Double> steady = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      steady.put(component, disturbance.steadyRatio(components, times -> times.nanos(component)));
    }
    return steady;
  }

  private Subject subject(String name, ThreadGroup group) {
    ComponentTimes busy =
        withoutIdle(group.components().total(ComponentTimes.EMPTY)).plus(standstill(name));
    return new Subject(
        name,
        false,
        Math.max(1, runs(name)),
        busy.totalNanos(),
        true,
        busy,
        busy,
        steadiness(group.components()));
  }

  /** All time of the threads: how much of it is work, and not idle, is not known beside jobs. */
  private Subject whole(String name, ThreadGroup group) {
    ComponentTimes times = group.components().total(ComponentTimes.EMPTY);
    return new Subject(
        name, false, 1, times.totalNanos(), false, times, times, steadiness(group.components()));
  }

  private List<Crew> workingCrews(String group) {
    return crews.values().stream()
        .filter(crew -> crew.group().equals(group) && crew.source().isPresent())
        .toList();
  }

  private long runs(String group) {
    return workingCrews(group).stream()
        .mapToLong(crew -> new CrewRuns(crew).count(coveredNanos()))
        .sum();
  }

  /**
   * What threads that are known to wait for work stand still for besides: that is in their work.
   */
  private ComponentTimes standstill(String group) {
    return workingCrews(group).stream()
        .map(crew -> crew.series().total(WorkerTimes.EMPTY).busy())
        .map(Workload::onlyIdle)
        .reduce(ComponentTimes.EMPTY, ComponentTimes::plus);
  }

  private static ComponentTimes onlyIdle(ComponentTimes times) {
    Map<Component, Long> idle = new TreeMap<>();
    IDLE.forEach(component -> idle.put(component, times.nanos(component)));
    return ComponentTimes.of(0, idle);
  }

  private static ComponentTimes withoutIdle(ComponentTimes times) {
    Map<Component, Long> busy = new TreeMap<>();
    for (Component component : Component.values()) {
      busy.put(component, IDLE.contains(component) ? 0 : times.nanos(component));
    }
    return ComponentTimes.of(1, busy);
  }
}
