package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Series;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps throughput from growing with concurrency: the component of a run that becomes longest
 * beyond the peak.
 */
record BindingResource(MovedComponent grown) {
  /**
   * Compares the time at half of the peak's concurrency and below with that beyond the peak.
   *
   * @param peak concurrency of most throughput
   */
  static Optional<BindingResource> of(JobStatistics job, double peak) {
    Series<JobCounts> counts = job.series();
    Series<ComponentTimes> components = job.components();
    int level = Math.max(counts.level(), components.level());
    Series<JobCounts> bins = counts.coarsened(level);
    ComponentTimes few = ComponentTimes.EMPTY;
    ComponentTimes many = ComponentTimes.EMPTY;
    for (Map.Entry<Long, ComponentTimes> bin : components.coarsened(level).bins().entrySet()) {
      JobCounts runs = bins.bins().getOrDefault(bin.getKey(), JobCounts.EMPTY);
      double concurrency = (double) runs.serviceNanos() / bins.binNanos();
      few = concurrency <= peak / 2 ? few.plus(bin.getValue()) : few;
      many = concurrency >= peak ? many.plus(bin.getValue()) : many;
    }
    return few.runs() == 0 || many.runs() == 0
        ? Optional.empty()
        : MovedComponent.between(few, many).map(BindingResource::new);
  }

  Culprit culprit(Workload workload, Subject subject) {
    return grown.culprit(workload, subject);
  }

  List<Evidence> evidence() {
    String component = grown.component().told().name().toLowerCase(Locale.ROOT);
    return List.of(
        Evidence.nanos(component + " per run at half the peak", grown.fromNanos()),
        Evidence.nanos(component + " per run beyond it", grown.toNanos()));
  }
}
