package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Says of each regression of a job what moved with it: components of its time, and the locks,
 * endpoints, methods and allocation sites behind them. It describes; only verdicts are tested.
 */
public final class Explainer {
  /** The slow runs, by the quantile of their sojourn time. */
  static final double TAIL = 0.99;

  private static final double LEAST_SHARE = 0.1;
  private static final int MOST_CAUSES = 5;

  private final JobCosts baseline;
  private final JobCosts candidate;
  private final FlameComparer flames;

  /** Explains by what these runs recorded. */
  public Explainer(Collection<RecordedRun> baseline, Collection<RecordedRun> candidate) {
    this.baseline = new JobCosts(summaries(baseline));
    this.candidate = new JobCosts(summaries(candidate));
    this.flames = new FlameComparer(summaries(baseline), summaries(candidate));
  }

  /** The same comparison, its regressions explained as far as the recordings tell. */
  public Comparison explained(Comparison comparison) {
    return new Comparison(
        comparison.baselineRuns(),
        comparison.candidateRuns(),
        comparison.verdicts().stream().map(this::explained).toList(),
        comparison.missing(),
        comparison.added(),
        comparison.unmatchedRules(),
        comparison.missingBreached(),
        flames.flames());
  }

  private Verdict explained(Verdict verdict) {
    return verdict.answer() == Answer.REGRESSED ? verdict.withCauses(causes(verdict)) : verdict;
  }

  private List<Cause> causes(Verdict verdict) {
    String job = verdict.metric().subject();
    String metric = verdict.metric().name();
    if (baseline.runs(job) == 0 || candidate.runs(job) == 0) {
      return List.of();
    }
    if (metric.equals("allocation")) {
      double change = verdict.effect().candidate() - verdict.effect().baseline();
      return strongest(
          rises(
              Cause.Kind.ALLOCATION,
              baseline.allocationsPerRun(job),
              candidate.allocationsPerRun(job),
              change));
    }
    double tail = metric.endsWith(".p99") || metric.endsWith(".p99.9") ? TAIL : 0;
    return times(job, metric, tail);
  }

  private List<Cause> times(String job, String metric, double tail) {
    SortedMap<String, Double> before = baseline.componentsPerRun(job, tail);
    SortedMap<String, Double> after = candidate.componentsPerRun(job, tail);
    Set<String> parts = parts(metric);
    before.keySet().retainAll(parts);
    after.keySet().retainAll(parts);
    double change = rise(before, after);
    List<Cause> causes = new ArrayList<>();
    for (Cause component : strongest(rises(Cause.Kind.COMPONENT, before, after, change))) {
      causes.add(component);
      causes.addAll(behind(job, component));
    }
    return causes;
  }

  /** The components that a metric is made of. */
  private static Set<String> parts(String metric) {
    Set<String> queue = Set.of(name(Component.QUEUED), name(Component.LATE));
    if (metric.startsWith("waiting")) {
      return queue;
    }
    if (metric.equals("cpu")) {
      return Set.of(name(Component.CPU));
    }
    Set<String> all = new TreeSet<>();
    for (Component component : Component.values()) {
      all.add(name(component));
    }
    if (metric.startsWith("service")) {
      all.removeAll(queue);
    }
    return all;
  }

  private List<Cause> behind(String job, Cause component) {
    Actor actor = Actor.job(job);
    double change = component.candidate() - component.baseline();
    List<Cause> causes =
        switch (Component.valueOf(component.name().toUpperCase(Locale.ROOT))) {
          case BLOCKED ->
              rises(
                  Cause.Kind.LOCK,
                  baseline.locksPerRun(actor),
                  candidate.locksPerRun(actor),
                  change);
          case SOCKET, FILE ->
              rises(
                  Cause.Kind.ENDPOINT,
                  baseline.endpointsPerRun(actor),
                  candidate.endpointsPerRun(actor),
                  change);
          case CPU ->
              rises(
                  Cause.Kind.METHOD,
                  baseline.methodsPerRun(actor),
                  candidate.methodsPerRun(actor),
                  change);
          case QUEUED, LATE -> busy();
          default -> List.of();
        };
    List<Cause> all = new ArrayList<>(strongest(causes));
    if (!parts("waiting").contains(component.name())) {
      moved(job, component).ifPresent(all::add);
    }
    return all;
  }

  /** Tasks queue for threads: what any job's runs did more of, in the same time. */
  private List<Cause> busy() {
    List<Cause> causes = new ArrayList<>();
    double rise = 0;
    for (String job : candidate.jobs()) {
      SortedMap<String, Double> before = baseline.componentsPerRun(job, 0);
      SortedMap<String, Double> after = candidate.componentsPerRun(job, 0);
      for (String part : parts("service")) {
        double more = candidate.perSecond(job, part) - baseline.perSecond(job, part);
        rise += Math.max(0, more);
        causes.add(
            new Cause(
                Cause.Kind.BUSY,
                part + " of " + job,
                before.getOrDefault(part, 0.0),
                after.getOrDefault(part, 0.0),
                more));
      }
    }
    double all = rise;
    return causes.stream()
        .filter(cause -> cause.share() > 0 && cause.share() >= LEAST_SHARE * all)
        .map(cause -> cause.withShare(cause.share() / all))
        .toList();
  }

  /** Another job that lost as much of this component as this one gained, in the same time. */
  private Optional<Cause> moved(String job, Cause component) {
    double gained =
        candidate.perSecond(job, component.name()) - baseline.perSecond(job, component.name());
    return baseline.jobs().stream()
        .filter(other -> !other.equals(job) && gained > 0 && cheaper(other, component.name()))
        .filter(
            other ->
                baseline.perSecond(other, component.name())
                        - candidate.perSecond(other, component.name())
                    >= gained / 2)
        .findFirst()
        .map(
            other ->
                new Cause(
                    Cause.Kind.MOVED,
                    component.name() + " of " + other,
                    baseline.componentsPerRun(other, 0).getOrDefault(component.name(), 0.0),
                    candidate.componentsPerRun(other, 0).getOrDefault(component.name(), 0.0),
                    Math.min(
                        1,
                        (baseline.perSecond(other, component.name())
                                - candidate.perSecond(other, component.name()))
                            / gained)));
  }

  /** Whether each run costs less: fewer runs alone move nothing. */
  private boolean cheaper(String job, String component) {
    double before = baseline.componentsPerRun(job, 0).getOrDefault(component, 0.0);
    double after = candidate.componentsPerRun(job, 0).getOrDefault(component, 0.0);
    return after < (1 - LEAST_SHARE) * before;
  }

  private static double rise(Map<String, Double> before, Map<String, Double> after) {
    double rise = 0;
    for (Map.Entry<String, Double> entry : after.entrySet()) {
      rise += Math.max(0, entry.getValue() - before.getOrDefault(entry.getKey(), 0.0));
    }
    return rise;
  }

  private static List<Cause> rises(
      Cause.Kind kind, Map<String, Double> before, Map<String, Double> after, double change) {
    List<Cause> causes = new ArrayList<>();
    after.forEach(
        (name, value) -> {
          double from = before.getOrDefault(name, 0.0);
          if (change > 0 && value - from >= LEAST_SHARE * change) {
            causes.add(new Cause(kind, name, from, value, Math.min(1, (value - from) / change)));
          }
        });
    return causes;
  }

  private static List<Cause> strongest(List<Cause> causes) {
    return causes.stream()
        .sorted(Comparator.comparingDouble(Cause::share).reversed().thenComparing(Cause::name))
        .limit(MOST_CAUSES)
        .toList();
  }

  private static String name(Component component) {
    return component.name().toLowerCase(Locale.ROOT);
  }

  private static List<Summary> summaries(Collection<RecordedRun> runs) {
    return runs.stream().map(RecordedRun::summary).toList();
  }
}
