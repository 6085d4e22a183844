package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Site;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files that are forced to the disk by their descriptor, of which the JVM has no event: it only
 * sees threads stand in native code there.
 *
 * @param bySubject samples of each subject
 * @param bySite samples by place
 */
record FileSyncs(Map<String, Long> bySubject, Map<Site, Long> bySite) {
  private static final String SYNC = "java.io.FileDescriptor.sync";

  /** The interval at which JFR's own settings, and the agent's, take samples. */
  private static final long SAMPLE_NANOS = 20_000_000;

  static FileSyncs of(Workload workload) {
    FileSyncs syncs = new FileSyncs(new TreeMap<>(), new TreeMap<>());
    workload
        .summary()
        .samples()
        .execution()
        .forEach((key, count) -> syncs.add(workload, key, count));
    return syncs;
  }

  /** What a subject loses, within what nothing else explains. */
  double nanos(Subject subject) {
    long seen = bySubject.getOrDefault(subject.name(), 0L) * SAMPLE_NANOS;
    return Math.min(seen, subject.nanos(Component.UNEXPLAINED));
  }

  /** What all of them took. */
  long totalNanos() {
    return bySite.values().stream().mapToLong(Long::longValue).sum() * SAMPLE_NANOS;
  }

  /** Where most of it was. */
  Optional<Culprit> culprit() {
    return bySite.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(place -> Culprit.UNKNOWN.withMethod(place.getKey().method(), place.getKey().line()));
  }

  private void add(Workload workload, SampleKey key, long count) {
    if (key.inNative() && key.site().stack().stream().anyMatch(m -> m.startsWith(SYNC))) {
      workload
          .subject(key.actor())
          .ifPresent(subject -> bySubject.merge(subject.name(), count, Long::sum));
      bySite.merge(key.site(), count, Long::sum);
    }
  }
}
