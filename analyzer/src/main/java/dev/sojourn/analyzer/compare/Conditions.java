package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Processors;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says, before any number, why two sets of recorded runs cannot be compared. */
public final class Conditions {
  private static final Pattern HEAP_OPTION =
      Pattern.compile("-Xm[sx]\\S+|-XX:(?:Max|Initial|Min)(?:HeapSize=|RAM)\\S+");
  private static final List<String> TIMED_EVENTS =
      List.of(
          "jdk.JavaMonitorEnter",
          "jdk.ThreadPark",
          "jdk.SocketRead",
          "jdk.SocketWrite",
          "jdk.FileRead",
          "jdk.FileWrite",
          "sojourn.LockAcquire");

  /** Queues answer to load far more than in proportion; beyond this, nothing else is compared. */
  private static final double LARGEST_LOAD_FACTOR = 1.5;

  private static final double NANOS_PER_SECOND = 1e9;

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
    if (baseline.isEmpty() || candidate.isEmpty()) {
      return faults;
    }
    TRAITS.forEach(
        (condition, trait) -> {
          SortedSet<String> before = union(baseline, trait);
          SortedSet<String> after = union(candidate, trait);
          if (!waived.contains(condition) && !before.equals(after)) {
            faults.add(
                "%s differs: %s against %s"
                    .formatted(condition.label(), text(before), text(after)));
          }
        });
    if (!waived.contains(Condition.LOAD)) {
      load(baseline, candidate, faults);
    }
    return faults;
  }

  private static List<String> incomplete(Summary summary) {
    List<String> faults = new ArrayList<>();
    summary
        .coverage()
        .sources()
        .forEach(
            (path, source) -> {
              for (Damage damage : source.damages()) {
                faults.add(
                    "%s is incomplete: %s at byte %d"
                        .formatted(path, damage.reason(), damage.offsetBytes()));
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
    if ((before == 0) != (after == 0)) {
      faults.add(
          "load differs: the %s has no jobs; was it recorded without the agent?"
              .formatted(before == 0 ? "baseline" : "candidate"));
      return;
    }
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
  private static double offered(JobCounts counts) {
    return counts.runs() + counts.rejected();
  }

  /**
   * Seconds of sojourn: for each second that passes, how many runs are there at a time. By medians,
   * since the mean of waiting times is made by whatever else the machine did for a while.
   */
  private static double inSystem(JobCounts counts) {
    return counts.runs() * counts.sojourn().spreadQuantileNanos(0.5) / NANOS_PER_SECOND;
  }

  /** An amount of all jobs for each second. */
  private static double perSecond(
      Collection<RecordedRun> runs, ToDoubleFunction<JobCounts> amount) {
    double sum = 0;
    double nanos = 0;
    for (RecordedRun run : runs) {
      for (var statistics : run.summary().jobs().byName().values()) {
        sum += amount.applyAsDouble(statistics.total());
      }
      nanos += run.summary().coverage().coveredNanos();
    }
    return nanos == 0 ? 0 : sum * NANOS_PER_SECOND / nanos;
  }

  private static Set<String> jdks(Summary summary) {
    Set<String> versions = new TreeSet<>();
    for (Source source : summary.coverage().sources().values()) {
      source.jvms().stream().map(Jvm::version).map(Conditions::build).forEach(versions::add);
    }
    return versions;
  }

  /** The build in brackets, such as {@code 17.0.15+6}, without which JVM and machine it is for. */
  private static String build(String version) {
    Matcher build = Pattern.compile("JRE \\(([^)]+)\\)").matcher(version);
    return build.find() ? build.group(1) : version;
  }

  private static Set<String> cpus(Summary summary) {
    Set<String> counts = new TreeSet<>();
    for (Processors processors : summary.cpu().processors()) {
      int count =
          processors.effectiveCpuCount() > 0
              ? processors.effectiveCpuCount()
              : processors.hardwareThreads();
      counts.add(String.valueOf(count));
    }
    return counts;
  }

  private static Set<String> collectors(Summary summary) {
    return summary.garbageCollections().collectors().keySet();
  }

  private static Set<String> heaps(Summary summary) {
    Set<String> heaps = new TreeSet<>();
    for (Source source : summary.coverage().sources().values()) {
      for (Jvm jvm : source.jvms()) {
        heaps.add(
            HEAP_OPTION
                .matcher(jvm.jvmArguments())
                .results()
                .map(match -> match.group())
                .sorted()
                .reduce("", (a, b) -> (a + " " + b).strip()));
      }
    }
    return heaps;
  }

  private static Set<String> settings(Summary summary) {
    Set<String> settings = new TreeSet<>();
    for (String event : TIMED_EVENTS) {
      for (String name : List.of("enabled", "threshold")) {
        summary.settings().values(event, name).stream()
            .map(value -> event + "#" + name + "=" + value)
            .forEach(settings::add);
      }
    }
    return settings;
  }

  private static SortedSet<String> union(
      Collection<RecordedRun> runs, Function<Summary, Set<String>> trait) {
    SortedSet<String> all = new TreeSet<>();
    runs.forEach(run -> all.addAll(trait.apply(run.summary())));
    return all;
  }

  private static String text(SortedSet<String> values) {
    String text = String.join(", ", values);
    return text.isBlank() ? "default" : text;
  }
}
