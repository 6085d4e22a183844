package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ThreadId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Infers who held a lock from the waits for it alone. Contended locks are handed on: between the
 * ends of two waits that follow one another, one thread held the lock. It is the one that released
 * it last before the later end; where that is not told, the one whose wait ended first, if the
 * later wait was on by then, or else the owner that the later wait found.
 */
final class HoldInference {
  private final ThreadHistories histories;
  private final HolderSearch search;

  HoldInference(ThreadHistories histories, HolderSearch search) {
    this.histories = histories;
    this.search = search;
  }

  /** The holds behind waits for one lock; those of which nothing is told are left to the search. */
  List<Hold> infer(List<LockWaitEvent> waits) {
    List<LockWaitEvent> byEnd = new ArrayList<>(waits);
    byEnd.sort(
        Comparator.comparingLong(LockWaitEvent::endEpochNanos)
            .thenComparingLong(LockWaitEvent::startEpochNanos)
            .thenComparingLong(wait -> wait.thread().javaId()));
    long[] firstStart = firstStarts(byEnd);
    GuardedPlace place = byEnd.isEmpty() ? null : new GuardedPlace(byEnd.get(0).key(), byEnd);
    List<Hold> holds = new ArrayList<>();
    Notifiers notifiers = new Notifiers(byEnd);
    LockWaitEvent previous = null;
    for (int i = 0; i < byEnd.size(); i++) {
      LockWaitEvent wait = byEnd.get(i);
      boolean notified = wait.isNotified();
      LockWaitEvent.Owner holder = notified ? notifiers.of(wait) : holder(wait, previous);
      long begin =
          previous == null ? firstStart[i] : Math.max(firstStart[i], previous.endEpochNanos());
      Span span = new Span(Math.min(begin, wait.endEpochNanos()), wait.endEpochNanos());
      if (!holder.known() && !notified) {
        search.add(wait, span);
      } else if (holder.known() && span.nanos() > 0) {
        Hold last = holds.isEmpty() ? null : holds.get(holds.size() - 1);
        if (notified && goesOn(last, holder, span)) {
          holds.remove(holds.size() - 1);
          long first = Math.min(last.startEpochNanos(), span.beginEpochNanos());
          span = new Span(first, span.endEpochNanos());
        }
        holds.add(hold(wait, holder, span, place));
      }
      previous = notifiers.hasWhatItWaitedFor(wait) ? wait : previous;
    }
    return holds;
  }

  /** Whether it is the same hold: a notification wakes several, one after the other. */
  private static boolean goesOn(Hold last, LockWaitEvent.Owner holder, Span span) {
    return last != null
        && last.threadId() == holder.javaId()
        && last.endEpochNanos() + Notifiers.AT_ONCE_NANOS >= span.beginEpochNanos();
  }

  /** A hold of the owner that a wait found, for as long as the wait; null where it found none. */
  Hold ofOwner(LockWaitEvent wait) {
    Span span = new Span(wait.startEpochNanos(), wait.endEpochNanos());
    return wait.owner().known()
        ? hold(wait, wait.owner(), span, new GuardedPlace(wait.key(), List.of(wait)))
        : null;
  }

  /** For each wait the begin of the first wait of those that end no sooner. */
  private static long[] firstStarts(List<LockWaitEvent> byEnd) {
    long[] first = new long[byEnd.size()];
    long least = Long.MAX_VALUE;
    for (int i = byEnd.size() - 1; i >= 0; i--) {
      least = Math.min(least, byEnd.get(i).startEpochNanos());
      first[i] = least;
    }
    return first;
  }

  private static LockWaitEvent.Owner holder(LockWaitEvent wait, LockWaitEvent previous) {
    boolean handedOn = previous != null && wait.startEpochNanos() < previous.endEpochNanos();
    if (wait.owner().lastReleaser() || !handedOn) {
      return wait.owner();
    }
    ThreadId acquirer = previous.thread();
    return LockWaitEvent.Owner.atBegin(acquirer.javaId(), acquirer.name());
  }

  private Hold hold(LockWaitEvent wait, LockWaitEvent.Owner owner, Span span, GuardedPlace place) {
    ThreadHistory history = histories.ofJavaId(owner.javaId());
    Actor actor =
        history == null ? histories.names().actor(owner.name()) : history.lastActorWithin(span);
    Site seen = history == null ? Site.UNKNOWN : new HolderActivity(history, span).mainSite();
    // who stands in the JDK alone waits for its next task, and has let go of the lock before
    Site site = SiteTable.isJdk(seen.method()) ? Site.UNKNOWN : seen;
    return new Hold(
        wait.key(),
        wait.identity(),
        owner.javaId(),
        span.beginEpochNanos(),
        span.endEpochNanos(),
        place.holder(site, actor, histories.names().single(owner.name())),
        site,
        false);
  }
}
