package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.ThreadEvent;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Collects parks, waits and sleeps. */
final class WaitsBuilder {
  private final SiteTable sites;
  private final ThreadHistories histories;
  private final SubjectTable<Subject.Standstill.Kind> subjects = new SubjectTable<>();
  private final Map<WaitKey, OnePlace> byKey = new HashMap<>();

  WaitsBuilder(SiteTable sites, ThreadHistories histories) {
    this.sites = sites;
    this.histories = histories;
  }

  /** Takes a park that is none on a lock. */
  void accept(ThreadPark park) {
    String className = Objects.requireNonNullElse(park.parkedClass(), "");
    Component component = LockModes.isCondition(className) ? Component.WAITED : Component.PARKED;
    accept(park, ThreadHistory.Rank.PARK, new Subject.Standstill.Kind(component, className, false));
  }

  void accept(MonitorWait wait) {
    String className = Objects.requireNonNullElse(wait.monitorClass(), "");
    accept(
        wait,
        ThreadHistory.Rank.JVM,
        new Subject.Standstill.Kind(Component.WAITED, className, wait.timedOut()));
  }

  void accept(ThreadSleep sleep) {
    accept(sleep, ThreadHistory.Rank.JVM, new Subject.Standstill.Kind(Component.SLEPT, "", false));
  }

  /** Counts a wait when it is known who waited. */
  void add(Subject.Standstill standstill, Actor actor, Span span, long weight) {
    Subject.Standstill.Kind kind = standstill.kind();
    WaitKey key = new WaitKey(kind.component(), actor, standstill.site(), kind.className());
    byKey.computeIfAbsent(key, k -> new OnePlace()).add(span, kind.timedOut(), weight);
  }

  Waits build() {
    Map<WaitKey, WaitStatistics> waits = new HashMap<>();
    byKey.forEach((key, place) -> waits.put(key, place.build()));
    return new Waits(Sums.sorted(waits));
  }

  private void accept(ThreadEvent event, ThreadHistory.Rank rank, Subject.Standstill.Kind kind) {
    Site site = sites.site(event.stackTrace());
    Subject subject = subjects.of(site, kind, k -> new Subject.Standstill(k, site));
    long begin = event.startEpochNanos();
    histories.of(event.thread()).add(begin, begin + event.durationNanos(), rank, subject);
  }

  private static final class OnePlace {
    private final TimeTotals<Long> bySecond = new TimeTotals<>();
    private long timedOutWaits;

    void add(Span span, boolean timedOut, long weight) {
      bySecond.add(TimeTotals.second(span.endEpochNanos()), span.nanos(), weight);
      timedOutWaits += timedOut ? weight : 0;
    }

    WaitStatistics build() {
      Series<TimeTotal> series = TimeTotals.series(bySecond);
      return new WaitStatistics(series.total(TimeTotal.EMPTY), timedOutWaits, series);
    }
  }
}
