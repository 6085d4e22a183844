package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Cpu;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.Processors;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.SettingKey;
import dev.sojourn.analyzer.summary.Settings;
import dev.sojourn.analyzer.summary.Summary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final String BUILD = "25.0.3+9";

  /** The events do not tell of the option on every JDK. */
  @Test
  void otherNumberOfProcessors_isNotComparable_whoeverTellsIt() {
    RecordedRun two = run("a", "", processors(2, 0));
    RecordedRun option = run("b", "-XX:ActiveProcessorCount=1", processors(2, 0));
    RecordedRun container = run("c", "", processors(2, 1));
    for (RecordedRun one : List.of(option, container)) {
      assertThat(faults(List.of(two), List.of(one))).containsExactly("cpus differs: 2 against 1");
    }
    assertThat(faults(List.of(option), List.of(container))).isEmpty();
  }

  @Test
  void otherSettings_areToldInALine_howeverManyThereAre() {
    RecordedRun one = run("a", "", thresholds("1 ms"));
    RecordedRun two = run("b", "", thresholds("20 ms"));
    assertThat(faults(List.of(one), List.of(two)))
        .containsExactly(
            "settings differs: jdk.FileRead#threshold=1 ms, jdk.JavaMonitorEnter#threshold=1 ms"
                + " and 1 more against jdk.FileRead#threshold=20 ms,"
                + " jdk.JavaMonitorEnter#threshold=20 ms and 1 more");
  }

  @Test
  void partsOfOneRun_areNotComparable_neitherOnASideNorOnBoth() {
    Jvm jvm = RecordedRuns.jvm("a", BUILD, "");
    RecordedRun half = run("1", jvm, Settings.EMPTY);
    RecordedRun rest = run("2", jvm, Settings.EMPTY);
    RecordedRun other = run("b", "", Settings.EMPTY);
    String fault =
        "1 and 2 are of one process, so they are one run; summarize makes one file of them";
    assertThat(faults(List.of(half), List.of(rest))).containsExactly(fault);
    assertThat(faults(List.of(half, rest), List.of(other))).containsExactly(fault);
    assertThat(faults(List.of(other), List.of(half, rest))).containsExactly(fault);
    assertThat(Conditions.faults(List.of(half), List.of(rest), Set.of(Condition.RUNS))).isEmpty();
  }

  private static List<String> faults(List<RecordedRun> baseline, List<RecordedRun> candidate) {
    return Conditions.faults(baseline, candidate, Set.of());
  }

  private static RecordedRun run(String name, String arguments, Part<?> part) {
    return run(name, RecordedRuns.jvm(name, BUILD, arguments), part);
  }

  private static RecordedRun run(String name, Jvm jvm, Part<?> part) {
    Summary jobs =
        RecordedRuns.of(name, jvm, Set.of(), Component.CPU, 1_000_000, 1_000_000).summary();
    return RecordedRun.of(name, jobs.plus(Summary.of(part)));
  }

  private static Cpu processors(int hardwareThreads, int effectiveCpuCount) {
    Set<Processors> processors =
        Set.of(new Processors(hardwareThreads, 0, 0), new Processors(0, effectiveCpuCount, 0));
    return new Cpu(Series.empty(), processors, Map.of(), Series.empty(), Map.of());
  }

  private static Settings thresholds(String threshold) {
    Map<SettingKey, Set<String>> values = new TreeMap<>();
    for (String event : List.of("jdk.ThreadPark", "jdk.FileRead", "jdk.JavaMonitorEnter")) {
      values.put(new SettingKey(event, "threshold"), Set.of(threshold));
      values.put(new SettingKey(event, "enabled"), Set.of("true"));
    }
    return new Settings(values);
  }
}
