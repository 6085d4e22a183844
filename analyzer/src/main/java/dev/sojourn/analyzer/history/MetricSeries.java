package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.statistics.ChangePoints;
import dev.sojourn.analyzer.statistics.Segment;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import dev.sojourn.analyzer.verdict.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One metric over the commits. Several runs of a commit count as their mean: between them nothing
 * changed.
 */
public final class MetricSeries {
  private final Metric metric;
  private final List<String> commits;
  private final double[] logs;
  private final double[] levels;
  private final double offset;
  private final List<List<Run>> runs;

  private MetricSeries(Metric metric, Map<String, List<Run>> byCommit, double offset) {
    this.metric = metric;
    this.commits = List.copyOf(byCommit.keySet());
    this.offset = offset;
    this.logs = byCommit.values().stream().mapToDouble(this::meanLog).toArray();
    this.levels = Arrays.stream(logs).map(this::level).toArray();
    this.runs = List.copyOf(byCommit.values());
  }

  /** The series of a metric that all of these runs have, in this order. */
  static MetricSeries of(Metric metric, List<HistoryEntry> entries) {
    Map<String, List<Run>> byCommit = new LinkedHashMap<>();
    for (HistoryEntry entry : entries) {
      byCommit.computeIfAbsent(entry.commit(), key -> new ArrayList<>()).add(entry.run());
    }
    return new MetricSeries(metric, byCommit, offset(metric, entries));
  }

  /** What it is of. */
  public Metric metric() {
    return metric;
  }

  /** The commits in order. */
  public List<String> commits() {
    return commits;
  }

  /** The geometric mean of each commit's runs, in the metric's unit. */
  public double[] levels() {
    return levels.clone();
  }

  /**
   * Where the level changed, at once or little by little, in order.
   *
   * @param histories how many series are looked at: the more, the surer a change must be
   */
  public List<LevelChange> changes(int histories) {
    ChangePoints points = ChangePoints.ofHistory(logs, histories);
    List<LevelChange> changes = new ArrayList<>();
    double before = points.segments().get(0).first();
    for (int i = 0; i < points.segments().size(); i++) {
      Segment segment = points.segments().get(i);
      int from = Math.max(0, segment.start() - 1);
      if (points.hasStepAt(i)) {
        changes.add(change(from, before, segment.start(), segment.first()));
        from = segment.start();
        before = segment.first();
      }
      if (segment.isTrend()) {
        changes.add(change(from, before, segment.end() - 1, segment.last()));
      }
      before = segment.last();
    }
    return changes;
  }

  private LevelChange change(int from, double before, int to, double after) {
    boolean step = to == from + 1;
    return new LevelChange(
        metric,
        commits.get(from),
        commits.get(to),
        level(before),
        level(after),
        metric.better().worsening(after - before),
        to - from,
        commits.size() - (step ? to : to + 1));
  }

  /** How runs vary about the levels and trends that the history stayed at. */
  public Noise noise() {
    List<Segment> segments = ChangePoints.ofHistory(logs).segments();
    double squares = 0;
    int count = 0;
    int parameters = 0;
    for (Segment segment : segments) {
      for (int i = segment.start(); i < segment.end(); i++) {
        for (Run run : runs.get(i)) {
          double deviation = log(run) - segment.at(i);
          squares += deviation * deviation;
          count++;
        }
      }
      parameters += segment.parameters();
    }
    int degrees = count - parameters;
    return degrees < 1 ? Noise.UNKNOWN : new Noise(squares / degrees, degrees);
  }

  private double meanLog(List<Run> runs) {
    return runs.stream().mapToDouble(this::log).average().orElseThrow();
  }

  private double log(Run run) {
    return Math.log(run.values().get(metric) + offset);
  }

  private double level(double log) {
    return Math.max(0, Math.exp(log) - offset);
  }

  /**
   * As in a comparison: the metric's scale, or half of the smallest amount where there are zeros.
   */
  private static double offset(Metric metric, List<HistoryEntry> entries) {
    double scale =
        entries.stream()
            .mapToDouble(entry -> entry.run().scales().getOrDefault(metric, 0.0))
            .average()
            .orElse(0);
    double[] values =
        entries.stream().mapToDouble(entry -> entry.run().values().get(metric)).toArray();
    boolean zeros = Arrays.stream(values).anyMatch(value -> value == 0);
    double smallest = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
    return Math.max(scale, zeros ? smallest / 2 : 0);
  }
}
