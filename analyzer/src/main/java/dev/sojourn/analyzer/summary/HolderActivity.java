package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ExecutionSample;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** What a thread did between two instants. */
final class HolderActivity {
  /** What begins so shortly before a wait ends may be what is done next. */
  private static final long SAME_INSTANT_NANOS = 3_000_000;

  /** Fewer samples are no work that lasted. */
  private static final int LEAST_SAMPLES = 3;

  static final Doing UNKNOWN = new Doing(Component.UNEXPLAINED, "");

  private final ThreadHistory history;
  private final Span span;

  HolderActivity(ThreadHistory history, Span span) {
    this.history = history;
    this.span = span;
  }

  /**
   * Divides time over what the thread did in a part of the span.
   *
   * @param subjects receives the shares of what is known by intervals
   * @return the share of the rest
   */
  long divide(
      long nanos, long beginEpochNanos, long endEpochNanos, ObjLongConsumer<Subject> subjects) {
    Timeline timeline = history.timeline();
    double ratio = (double) nanos / (endEpochNanos - beginEpochNanos);
    long rest = nanos;
    for (int i = timeline.firstEndingAfter(beginEpochNanos);
        i < timeline.size() && timeline.start(i) < endEpochNanos;
        i++) {
      long overlap =
          Math.min(timeline.end(i), endEpochNanos) - Math.max(timeline.start(i), beginEpochNanos);
      long share = Math.min(rest, Math.round(overlap * ratio));
      subjects.accept(timeline.subject(i), share);
      rest -= share;
    }
    return rest;
  }

  /** What it did when no interval tells: by the samples in the span. */
  Doing rest() {
    Site site = sampledSite();
    return site == null ? UNKNOWN : new Doing(Component.CPU, site.method());
  }

  /** What took most of the span; null where the rest did. */
  Subject mainSubject() {
    Map<Subject, Long> shares = new HashMap<>();
    long rest =
        divide(
            span.nanos(),
            span.beginEpochNanos(),
            span.endEpochNanos(),
            (subject, share) -> shares.merge(subject, share, Long::sum));
    return shares.entrySet().stream()
        .filter(entry -> entry.getValue() > rest)
        .max(
            Map.Entry.<Subject, Long>comparingByValue()
                .thenComparing(entry -> entry.getKey().site()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Where it was for most of the span. */
  Site mainSite() {
    Subject main = mainSubject();
    if (main != null) {
      return main.site();
    }
    Site sampled = sampledSite();
    return sampled == null ? Site.UNKNOWN : sampled;
  }

  /** Whether it waited for the same lock meanwhile. */
  boolean isWaitingFor(LockWaitEvent.LockIdentity lock) {
    Timeline timeline = history.timeline();
    for (int i = firstSegment(); i < timeline.size() && begins(timeline, i); i++) {
      if (timeline.subject(i) instanceof Subject.LockWait wait
          && wait.event().identity().equals(lock)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it was in the midst of something when the span ended. Who holds a lock is done first,
   * and who waits for it then; who waits for that one in turn is the last.
   */
  boolean goesOn() {
    Timeline timeline = history.timeline();
    int last = timeline.firstEndingAfter(span.endEpochNanos());
    return last < timeline.size()
        && timeline.start(last) < span.endEpochNanos() - SAME_INSTANT_NANOS;
  }

  /** How long before the end of the span the last of what it did was over. */
  long lagNanos() {
    Timeline timeline = history.timeline();
    int next = timeline.firstEndingAfter(span.endEpochNanos());
    return next == 0 ? span.nanos() : span.endEpochNanos() - timeline.end(next - 1);
  }

  /** Where it was if it was busy for so much of the span; else null. */
  Site busySite(double leastShare) {
    Map<Site, Long> nanosBySite = new TreeMap<>();
    Timeline timeline = history.timeline();
    for (int i = firstSegment(); i < timeline.size() && begins(timeline, i); i++) {
      Site site = timeline.subject(i).site();
      if (!SiteTable.isJdk(site.method())) {
        nanosBySite.merge(site, span.overlapNanos(timeline.start(i), timeline.end(i)), Long::sum);
      }
    }
    long nanos = nanosBySite.values().stream().mapToLong(Long::longValue).sum();
    if (nanos < leastShare * span.nanos()) {
      return isSampledFor(leastShare) ? sampledSite() : null;
    }
    return nanosBySite.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private boolean isSampledFor(double leastShare) {
    List<ExecutionSample> samples =
        history.samples().between(span.beginEpochNanos(), span.endEpochNanos());
    return samples.size() >= LEAST_SAMPLES
        && samples.get(samples.size() - 1).startEpochNanos() - samples.get(0).startEpochNanos()
            >= leastShare * span.nanos();
  }

  private int firstSegment() {
    return history.timeline().firstEndingAfter(span.beginEpochNanos());
  }

  private boolean begins(Timeline timeline, int segment) {
    return timeline.start(segment) < span.endEpochNanos();
  }

  private Site sampledSite() {
    Map<Site, Integer> seen = new TreeMap<>();
    for (ExecutionSample sample :
        history.samples().between(span.beginEpochNanos(), span.endEpochNanos())) {
      seen.merge(history.sites().site(sample.stackTrace()), 1, Integer::sum);
    }
    return seen.entrySet().stream()
        .max(
            Map.Entry.<Site, Integer>comparingByValue()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
