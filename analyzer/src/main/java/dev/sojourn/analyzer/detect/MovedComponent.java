package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.EndpointKey;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The component of a job's service time that rose most, once the JVM was warm.
 *
 * @param component which
 * @param fromNanos of a run at first: in the first quarter of the time, or at little concurrency
 * @param toNanos of a run at last
 */
record MovedComponent(Component component, double fromNanos, double toNanos) {
  private static final Set<Component> SERVICE =
      EnumSet.complementOf(EnumSet.of(Component.QUEUED, Component.LATE));

  /** The one that rose most; empty where single runs were not recorded. */
  static Optional<MovedComponent> of(JobStatistics job) {
    return of(job, Set.of());
  }

  /** The one that rose most but for some. */
  static Optional<MovedComponent> of(JobStatistics job, Set<Component> without) {
    Series<ComponentTimes> series = job.components();
    int end = series.bins().size();
    int warm = (int) (ServiceCourse.WARM_UP_SHARE * end);
    int quarter = (end - warm) / 4;
    return quarter == 0
        ? Optional.empty()
        : between(sum(series, warm, warm + quarter), sum(series, end - quarter, end), without);
  }

  /** The one that is longer in a run of the others than in one of the first, by most. */
  static Optional<MovedComponent> between(ComponentTimes first, ComponentTimes last) {
    return between(first, last, Set.of());
  }

  private static Optional<MovedComponent> between(
      ComponentTimes first, ComponentTimes last, Set<Component> without) {
    return SERVICE.stream()
        .filter(component -> !without.contains(component))
        .map(
            component ->
                new MovedComponent(component, mean(first, component), mean(last, component)))
        .max(Comparator.comparingDouble(moved -> moved.toNanos() - moved.fromNanos()));
  }

  /** Whether runs became longer mostly because they wait for a processor. */
  boolean isWantOfProcessors() {
    return component == Component.READY;
  }

  /** By how much it rose. */
  double riseNanos() {
    return toNanos - fromNanos;
  }

  /** Who is behind it, as far as the recording tells. */
  Culprit culprit(Workload workload, Subject subject) {
    return switch (component) {
      case CPU -> hotMethod(workload, subject);
      case SOCKET -> endpoint(workload, subject, EndpointKey.Kind.SOCKET);
      case FILE -> endpoint(workload, subject, EndpointKey.Kind.FILE);
      case BLOCKED -> lock(workload, subject);
      case PARKED, WAITED, SLEPT -> place(workload, subject);
      default -> hotMethod(workload, subject);
    };
  }

  private static Culprit hotMethod(Workload workload, Subject subject) {
    return HotMethod.hottest(
            workload, actor -> workload.subject(actor).filter(subject::equals).isPresent())
        .map(HotMethod::culprit)
        .orElseGet(() -> Culprit.UNKNOWN.withMethod(subject.name(), -1));
  }

  private static Culprit endpoint(Workload workload, Subject subject, EndpointKey.Kind kind) {
    return workload.summary().endpoints().byKey().entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .max(Comparator.comparingLong(entry -> nanos(entry.getValue(), workload, subject)))
        .map(
            entry ->
                kind == EndpointKey.Kind.SOCKET
                    ? Culprit.UNKNOWN.withEndpoint(entry.getKey().name())
                    : Culprit.UNKNOWN.withPath(entry.getKey().name()))
        .orElse(Culprit.UNKNOWN);
  }

  private static long nanos(EndpointStatistics statistics, Workload workload, Subject subject) {
    return statistics.actors().entrySet().stream()
        .filter(actor -> workload.subject(actor.getKey()).filter(subject::equals).isPresent())
        .mapToLong(actor -> actor.getValue().totalNanos())
        .sum();
  }

  private static Culprit lock(Workload workload, Subject subject) {
    return workload.summary().locks().byKey().entrySet().stream()
        .max(
            Comparator.comparingLong(
                entry ->
                    entry.getValue().victims().entrySet().stream()
                        .filter(
                            v -> workload.subject(v.getKey()).filter(subject::equals).isPresent())
                        .mapToLong(v -> v.getValue().totalNanos())
                        .sum()))
        .map(Map.Entry::getKey)
        .map(LockKey::name)
        .map(Culprit.UNKNOWN::withLock)
        .orElse(Culprit.UNKNOWN);
  }

  private Culprit place(Workload workload, Subject subject) {
    return workload.waits().entrySet().stream()
        .filter(entry -> isOf(entry.getKey(), workload, subject))
        .max(Comparator.comparingLong(entry -> entry.getValue().total().totalNanos()))
        .map(entry -> Sleeping.culprit(workload, entry.getKey().site()))
        .orElse(Culprit.UNKNOWN);
  }

  private boolean isOf(WaitKey key, Workload workload, Subject subject) {
    return key.component() == component
        && workload.subject(key.actor()).filter(subject::equals).isPresent();
  }

  private static ComponentTimes sum(Series<ComponentTimes> series, int from, int to) {
    return series.bins().values().stream()
        .skip(from)
        .limit(to - from)
        .reduce(ComponentTimes.EMPTY, ComponentTimes::plus);
  }

  private static double mean(ComponentTimes times, Component component) {
    return times.runs() == 0 ? 0 : (double) times.nanos(component) / times.runs();
  }
}
