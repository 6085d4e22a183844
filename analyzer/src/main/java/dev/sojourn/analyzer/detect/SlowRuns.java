package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.statistics.SlowMode;
import dev.sojourn.analyzer.summary.Breakdown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the slow runs of a job take longer for than its others. */
final class SlowRuns {
  private final SlowMode mode;

  private SlowRuns(SlowMode mode) {
    this.mode = mode;
  }

  /** Of runs that differ in length; empty where they do not. */
  static Optional<SlowRuns> of(Breakdown breakdown) {
    List<ComponentTimes> buckets =
        new TreeMap<>(breakdown.buckets())
            .values().stream().filter(t -> t.runs() > 0 && t.totalNanos() > 0).toList();
    Component[] components = Component.values();
    double[] lengths = new double[buckets.size()];
    double[] counts = new double[buckets.size()];
    double[][] parts = new double[buckets.size()][components.length];
    for (int i = 0; i < lengths.length; i++) {
      ComponentTimes times = buckets.get(i);
      lengths[i] = (double) times.totalNanos() / times.runs();
      counts[i] = times.runs();
      for (Component component : components) {
        parts[i][component.ordinal()] = times.nanos(component);
      }
    }
    return SlowMode.of(lengths, counts, parts).map(SlowRuns::new);
  }

  /** The share of their longer time that some components make up, from 0 to 1. */
  double share(Set<Component> components) {
    double all = 0;
    double own = 0;
    for (Component component : Component.values()) {
      double longer = Math.max(0, mode.excess().get(component.ordinal()));
      all += longer;
      own += components.contains(component) ? longer : 0;
    }
    return all <= 0 ? 0 : own / all;
  }

  /** How many they are, and how much of their longer time some components make up. */
  List<Evidence> evidence(Set<Component> components) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.share("slow runs, of all", mode.slowCount() / mode.count()));
    evidence.add(Evidence.share("of what these take longer", share(components)));
    return evidence;
  }
}
