package dev.sojourn.analyzer.compare;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.SettingKey;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says, before any number, why two sets of recorded runs cannot be compared. */
public final class Conditions {
  private static final Pattern HEAP_OPTION =
      Pattern.compile("-Xm[sx]\\S+|-XX:(?:Max|Initial|Min)(?:HeapSize=|RAM)\\S+");

  /** What the option says goes before what the system has. */
  private static final Pattern CPUS_OPTION = Pattern.compile("-XX:ActiveProcessorCount=(\\d+)");

  private static final Pattern BUILD = Pattern.compile("JRE \\(([^)]+)\\)");

  /** What decides which waits are recorded. */
  static final List<SettingKey> SETTINGS =
      Stream.of(
              "jdk.JavaMonitorEnter",
              "jdk.ThreadPark",
              "jdk.SocketRead",
              "jdk.SocketWrite",
              "jdk.FileRead",
              "jdk.FileWrite",
              "sojourn.LockAcquire")
          .flatMap(
              event ->
                  Stream.of(new SettingKey(event, "enabled"), new SettingKey(event, "threshold")))
          .toList();

  /** Queues answer to load far more than in proportion; beyond this, nothing else is compared. */
  private static final double LARGEST_LOAD_FACTOR = 1.5;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Of values that differ; a recording without the agent has other settings of every event. */
  private static final int MOST_VALUES = 2;

  private static final Map<Condition, Function<Summary, Set<String>>> TRAITS =
      new EnumMap<>(
          Map.of(
              Condition.JDK, Conditions::jdks,
              Condition.CPUS, Conditions::cpus,
              Condition.COLLECTOR, Conditions::collectors,
              Condition.HEAP, Conditions::heaps,
              Condition.SETTINGS, Conditions::settings));

  private Conditions() {}

  /**
   * What differs, or is missing, a line each; empty where the runs can be compared.
   *
   * @param waived conditions that are not asked for
   */
  public static List<String> faults(
      Collection<RecordedRun> baseline, Collection<RecordedRun> candidate, Set<Condition> waived) {
    List<String> faults = new ArrayList<>();
    if (!waived.contains(Condition.COMPLETE)) {
      baseline.forEach(run -> faults.addAll(incomplete(run.summary())));
      candidate.forEach(run -> faults.addAll(incomplete(run.summary())));
    }
    if (!waived.contains(Condition.RUNS)) {
      faults.addAll(partsOfOneRun(Stream.concat(baseline.stream(), candidate.stream())));
    }
    if (baseline.isEmpty() || candidate.isEmpty()) {
      return faults;
    }
    boolean loadCounts = !waived.contains(Condition.LOAD);
    if (loadCounts && hasJobs(baseline) != hasJobs(candidate)) {
      faults.add(
          "load differs: the %s has no jobs; was it recorded without the agent?"
              .formatted(hasJobs(baseline) ? "candidate" : "baseline"));
      return faults;
    }
    TRAITS.forEach(
        (condition, trait) -> {
          SortedSet<String> before = union(baseline, trait);
          SortedSet<String> after = union(candidate, trait);
          if (!waived.contains(condition) && !before.equals(after)) {
            faults.add(
                "%s differs: %s against %s"
                    .formatted(condition.label(), others(before, after), others(after, before)));
          }
        });
    if (loadCounts) {
      load(baseline, candidate, faults);
    }
    return faults;
  }

  /** Two recordings of one process repeat nothing, neither on one side nor on both. */
  private static List<String> partsOfOneRun(Stream<RecordedRun> runs) {
    Map<String, RecordedRun> byProcess = new HashMap<>();
    Set<String> faults = new LinkedHashSet<>();
    runs.forEach(
        run ->
            jvms(run.summary())
                .map(jvm -> byProcess.putIfAbsent(jvm.identity(), run))
                .filter(other -> other != null && other != run)
                .forEach(
                    other ->
                        faults.add(
                            "%s and %s are of one process, so they are one run; summarize makes one file of them"
                                .formatted(other.run().name(), run.run().name()))));
    return List.copyOf(faults);
  }

  private static List<String> incomplete(Summary summary) {
    List<String> faults = new ArrayList<>();
    summary
        .coverage()
        .sources()
        .forEach(
            (path, source) -> {
              for (Damage damage : source.damages()) {
                String part = source.chunks().isEmpty() ? ":" : " is incomplete:";
                String place = damage.hasPlace() ? " at byte " + damage.offsetBytes() : "";
                faults.add(path + part + " " + damage.reason() + place);
              }
              if (source.lostBytes() > 0) {
                faults.add("%s: JFR lost %d bytes of it".formatted(path, source.lostBytes()));
              }
            });
    if (faults.isEmpty() && summary.coverage().chunks().isEmpty()) {
      faults.add("a recording without a chunk");
    }
    return faults;
  }

  /**
   * Fewer runs that each take longer are no smaller load: where callers wait for an answer, or the
   * program cannot keep up with what comes, the slower version is offered as much and does less.
   * Then no fewer runs are in the system at a time (Little, Operations Research 9, 1961), where
   * with less offered there are fewer in proportion; half of that, in logarithms, tells them apart.
   */
  private static void load(
      Collection<RecordedRun> baseline, Collection<RecordedRun> candidate, List<String> faults) {
    double before = perSecond(baseline, Conditions::offered);
    double after = perSecond(candidate, Conditions::offered);
    double change = Math.log(after / before);
    double inSystem =
        Math.log(perSecond(candidate, Conditions::inSystem))
            - Math.log(perSecond(baseline, Conditions::inSystem));
    boolean followed = inSystem * Math.signum(change) > Math.abs(change) / 2;
    if (Math.abs(change) > Math.log(LARGEST_LOAD_FACTOR) && followed) {
      faults.add(
          "load differs: %.1f runs offered per second against %.1f".formatted(before, after));
    }
  }

  /** Runs and rejected tasks. */
  private static double offered(JobStatistics job) {
    JobCounts counts = job.total();
    return counts.runs() + counts.rejected();
  }

  /**
   * Seconds of sojourn: for each second that passes, how many runs are there at a time. By medians,
   * since the mean of waiting times is made by whatever else the machine did for a while.
   */
  private static double inSystem(JobStatistics job) {
    return job.total().runs() * job.times().sojourn().spreadQuantileNanos(0.5) / NANOS_PER_SECOND;
  }

  /** An amount of all jobs for each second. */
  private static double perSecond(
      Collection<RecordedRun> runs, ToDoubleFunction<JobStatistics> amount) {
    double sum = 0;
    double nanos = 0;
    for (RecordedRun run : runs) {
      for (JobStatistics job : run.summary().jobs().byName().values()) {
        sum += amount.applyAsDouble(job);
      }
      nanos += run.summary().coverage().coveredNanos();
    }
    return nanos == 0 ? 0 : sum * NANOS_PER_SECOND / nanos;
  }

  private static boolean hasJobs(Collection<RecordedRun> runs) {
    return perSecond(runs, Conditions::offered) > 0;
  }

  private static Stream<Jvm> jvms(Summary summary) {
    return summary.coverage().sources().values().stream().flatMap(s -> s.jvms().stream());
  }

  private static Set<String> jdks(Summary summary) {
    return jvms(summary).map(Jvm::version).map(Conditions::build).collect(toSet());
  }

  /** The build in brackets, such as {@code 17.0.15+6}, without which JVM and machine it is for. */
  private static String build(String version) {
    Matcher build = BUILD.matcher(version);
    return build.find() ? build.group(1) : version;
  }

  /** As many as the JVM reckons with: what it was told, else what its container or machine has. */
  private static Set<String> cpus(Summary summary) {
    Set<String> told = jvms(summary).flatMap(Conditions::cpusOption).collect(toSet());
    if (!told.isEmpty()) {
      return told;
    }
    return summary.cpu().processors().stream()
        .flatMapToInt(p -> IntStream.of(p.hardwareThreads(), p.effectiveCpuCount()))
        .filter(count -> count > 0)
        .boxed()
        .min(Comparator.naturalOrder())
        .map(count -> Set.of(String.valueOf(count)))
        .orElse(Set.of());
  }

  private static Stream<String> cpusOption(Jvm jvm) {
    return CPUS_OPTION.matcher(jvm.jvmArguments()).results().map(match -> match.group(1));
  }

  private static Set<String> collectors(Summary summary) {
    return summary.garbageCollections().collectors().keySet();
  }

  private static Set<String> heaps(Summary summary) {
    return jvms(summary)
        .map(
            jvm ->
                HEAP_OPTION
                    .matcher(jvm.jvmArguments())
                    .results()
                    .map(MatchResult::group)
                    .sorted()
                    .collect(joining(" ")))
        .collect(toSet());
  }

  private static Set<String> settings(Summary summary) {
    Set<String> settings = new TreeSet<>();
    for (SettingKey key : SETTINGS) {
      summary.settings().values(key.eventType(), key.name()).stream()
          .map(value -> key.eventType() + "#" + key.name() + "=" + value)
          .forEach(settings::add);
    }
    return settings;
  }

  private static SortedSet<String> union(
      Collection<RecordedRun> runs, Function<Summary, Set<String>> trait) {
    SortedSet<String> all = new TreeSet<>();
    runs.forEach(run -> all.addAll(trait.apply(run.summary())));
    return all;
  }

  /** The values that the other side has not; all where it has all of them. */
  private static String others(SortedSet<String> values, SortedSet<String> other) {
    List<String> shown = new ArrayList<>(values);
    if (!other.containsAll(values)) {
      shown.removeAll(other);
    }
    String text = String.join(", ", shown.subList(0, Math.min(MOST_VALUES, shown.size())));
    if (shown.size() > MOST_VALUES) {
      text += " and %d more".formatted(shown.size() - MOST_VALUES);
    }
    return text.isBlank() ? "default" : text;
  }
}
