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
  /** Timers are late by some of this on any machine. */
  private static final long LEAST_LATE_NANOS = 1_000_000;

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

  /** Who sleeps for longer than it asked for is ready, and waits for a processor. */
  void accept(ThreadSleep sleep) {
    long late = sleep.durationNanos() - sleep.askedNanos();
    long readyNanos = late < LEAST_LATE_NANOS ? 0 : Math.min(late, sleep.durationNanos());
    long begin = sleep.startEpochNanos();
    long end = begin + sleep.durationNanos();
    accept(sleep, new Span(begin, end - readyNanos), Component.SLEPT);
    if (readyNanos > 0) {
      accept(sleep, new Span(end - readyNanos, end), Component.READY);
    }
  }

  private void accept(ThreadSleep sleep, Span span, Component component) {
    Subject.Standstill.Kind kind = new Subject.Standstill.Kind(component, "", false);
    accept(sleep, span, ThreadHistory.Rank.JVM, kind);
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
    long begin = event.startEpochNanos();
    accept(event, new Span(begin, begin + event.durationNanos()), rank, kind);
  }

  private void accept(
      ThreadEvent event, Span span, ThreadHistory.Rank rank, Subject.Standstill.Kind kind) {
    Site site = sites.site(event.stackTrace());
    Subject subject = subjects.of(site, kind, k -> new Subject.Standstill(k, site));
    histories.of(event.thread()).add(span.beginEpochNanos(), span.endEpochNanos(), rank, subject);
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
