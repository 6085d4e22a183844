package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Findings;
import dev.sojourn.analyzer.finding.Unknown;
import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.ExecutorStatistics;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns a summary and what was found in it into a report. */
public final class ReportBuilder {
  private ReportBuilder() {}

  /** The report of a summary; all that is in it, nothing cut off. */
  public static Report build(
      Summary summary,
      Findings findings,
      List<DuplicateChunk> duplicates,
      Function<Finding, FindingEntry> words) {
    boolean jobless = summary.jobs().byName().isEmpty();
    return new Report(
        RecordingEntries.of(summary, duplicates),
        JobEntries.of(summary),
        jobless ? ThreadGroupEntries.of(summary.threadGroups()) : List.of(),
        executors(summary),
        LockEntries.of(summary.locks()),
        findings.findings().stream().map(words).toList(),
        unknowns(findings.unknowns()));
  }

  private static List<ExecutorEntry> executors(Summary summary) {
    List<ExecutorEntry> entries = new ArrayList<>();
    summary.executors().byName().forEach((name, executor) -> entries.add(entry(name, executor)));
    return entries;
  }

  private static ExecutorEntry entry(String name, ExecutorStatistics executor) {
    ExecutorState all =
        executor.instances().values().stream().reduce(ExecutorState.EMPTY, ExecutorState::plus);
    return new ExecutorEntry(
        name,
        all.active().mean(),
        (int) maximum(all.maximum()),
        all.queueLength().mean(),
        maximum(all.queueLength()),
        executor.instances().values().stream().mapToLong(s -> maximum(s.completed())).sum(),
        executor.instances().values().stream().mapToLong(s -> maximum(s.rejected())).sum());
  }

  private static long maximum(Gauge gauge) {
    return gauge.samples() == 0 ? 0 : gauge.maximum();
  }

  private static List<UnknownEntry> unknowns(List<Unknown> unknowns) {
    Map<String, List<String>> kindsByReason = new TreeMap<>();
    for (Unknown unknown : unknowns) {
      String kind = unknown.kind().label();
      kindsByReason.computeIfAbsent(unknown.why(), why -> new ArrayList<>()).add(kind);
    }
    return kindsByReason.entrySet().stream()
        .map(entry -> new UnknownEntry(entry.getValue(), entry.getKey()))
        .toList();
  }
}
