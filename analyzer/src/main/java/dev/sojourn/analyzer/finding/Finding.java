package dev.sojourn.analyzer.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One cause of harm to jobs, or one thing worth knowing.
 *
 * @param jobs the victims, the most harmed first
 * @param sinceEpochNanos when it began, where that is known
 * @param evidence the figures that it rests on, the most telling first
 * @param caveats what biases it
 */
public record Finding(
    Kind kind,
    Severity severity,
    Confidence confidence,
    List<String> jobs,
    Culprit culprit,
    OptionalLong sinceEpochNanos,
    Impact impact,
    List<Evidence> evidence,
    List<Caveat> caveats) {

  public Finding {
    jobs = List.copyOf(jobs);
    evidence = List.copyOf(evidence);
    caveats = List.copyOf(caveats);
  }

  /** A finding of which no more is known yet. */
  public static Finding of(Kind kind, Severity severity, Confidence confidence, Impact impact) {
    return new Finding(
        kind,
        severity,
        confidence,
        List.of(),
        Culprit.UNKNOWN,
        OptionalLong.empty(),
        impact,
        List.of(),
        List.of());
  }

  /** What sort of trouble it is. */
  public Category category() {
    return kind.category();
  }

  /** The same with these victims. */
  public Finding withJobs(List<String> other) {
    return new Finding(
        kind, severity, confidence, other, culprit, sinceEpochNanos, impact, evidence, caveats);
  }

  /** The same with this culprit. */
  public Finding withCulprit(Culprit other) {
    return new Finding(
        kind, severity, confidence, jobs, other, sinceEpochNanos, impact, evidence, caveats);
  }

  /** The same with the instant at which it began. */
  public Finding since(long epochNanos) {
    return new Finding(
        kind,
        severity,
        confidence,
        jobs,
        culprit,
        OptionalLong.of(epochNanos),
        impact,
        evidence,
        caveats);
  }

  /** The same with another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(
        kind, other, confidence, jobs, culprit, sinceEpochNanos, impact, evidence, caveats);
  }

  /** The same with another impact. */
  public Finding withImpact(Impact other) {
    return new Finding(
        kind, severity, confidence, jobs, culprit, sinceEpochNanos, other, evidence, caveats);
  }

  /** The same, no more severe than this. */
  public Finding atMost(Severity limit) {
    return withSeverity(severity.atMost(limit));
  }

  /** The same with these figures after its own. */
  public Finding withEvidence(Evidence... more) {
    return new Finding(
        kind,
        severity,
        confidence,
        jobs,
        culprit,
        sinceEpochNanos,
        impact,
        joined(evidence, List.of(more)),
        caveats);
  }

  /** The same with these caveats after its own. */
  public Finding withCaveats(List<Caveat> more) {
    return new Finding(
        kind,
        severity,
        confidence,
        jobs,
        culprit,
        sinceEpochNanos,
        impact,
        evidence,
        joined(caveats, more));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
