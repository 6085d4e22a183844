package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.event.Damage;
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

  private static void load(
      Collection<RecordedRun> baseline, Collection<RecordedRun> candidate, List<String> faults) {
    double before = loadPerSecond(baseline);
    double after = loadPerSecond(candidate);
    double factor = Math.max(before, after) / Math.min(before, after);
    if (factor > LARGEST_LOAD_FACTOR) {
      faults.add(
          "load differs: %.1f runs offered per second against %.1f".formatted(before, after));
    }
  }

  /** Runs and rejected tasks of all jobs for each second. */
  private static double loadPerSecond(Collection<RecordedRun> runs) {
    double offered = 0;
    double nanos = 0;
    for (RecordedRun run : runs) {
      for (var statistics : run.summary().jobs().byName().values()) {
        offered += statistics.total().runs() + statistics.total().rejected();
      }
      nanos += run.summary().coverage().coveredNanos();
    }
    return nanos == 0 ? 0 : offered * NANOS_PER_SECOND / nanos;
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
