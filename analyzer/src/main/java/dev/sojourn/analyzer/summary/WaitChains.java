package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows waits to their root: the holder of the lock was blocked in its turn, by a lock whose
 * holder … A chain that comes back to a thread, and ends because one of them gives up, was a
 * deadlock.
 */
final class WaitChains {
  private static final int LONGEST = 8;

  private final Map<LockWaitEvent.LockIdentity, Contention> contentions;
  private final ThreadHistories histories;
  private final HoldInference inference;
  private final Function<LockKey, LockBuilder> locks;
  private final Map<LockWaitEvent, Optional<Root>> roots = new IdentityHashMap<>();

  WaitChains(
      Map<LockWaitEvent.LockIdentity, Contention> contentions,
      ThreadHistories histories,
      HoldInference inference,
      Function<LockKey, LockBuilder> locks) {
    this.contentions = contentions;
    this.histories = histories;
    this.inference = inference;
    this.locks = locks;
  }

  /** The root of a wait; null where nobody is known to have held the lock. */
  Root root(LockWaitEvent wait) {
    Optional<Root> known = roots.get(wait);
    if (known == null) {
      Span span = new Span(wait.startEpochNanos(), wait.endEpochNanos());
      List<String> threads = new ArrayList<>(List.of(wait.thread().name()));
      known = Optional.ofNullable(follow(wait, span, threads));
      roots.put(wait, known);
    }
    return known.orElse(null);
  }

  private Root follow(LockWaitEvent wait, Span span, List<String> threads) {
    Hold hold = span.nanos() == 0 || threads.size() > LONGEST ? null : hold(wait, span);
    if (hold == null) {
      return null;
    }
    if (threads.contains(hold.holder().thread())) {
      addCycle(wait, threads.subList(threads.indexOf(hold.holder().thread()), threads.size()));
      return null;
    }
    threads.add(hold.holder().thread());
    Span common = span.intersection(hold.startEpochNanos(), hold.endEpochNanos());
    return follow(wait, hold, common, threads);
  }

  private Root follow(LockWaitEvent wait, Hold hold, Span common, List<String> threads) {
    ThreadHistory history = histories.ofJavaId(hold.threadId());
    if (history == null) {
      return new Root(wait.key(), hold.holder(), HolderActivity.UNKNOWN);
    }
    HolderActivity activity = new HolderActivity(history, common);
    Subject subject = activity.mainSubject();
    if (subject instanceof Subject.LockWait next && isChained(next.event())) {
      LockWaitEvent event = next.event();
      Root deeper =
          follow(
              event, common.intersection(event.startEpochNanos(), event.endEpochNanos()), threads);
      if (deeper != null) {
        return deeper;
      }
    }
    Doing doing =
        subject == null ? activity.rest() : new Doing(subject.component(), subject.what());
    return new Root(wait.key(), hold.holder(), doing);
  }

  /** Who waits in a queue of the JDK while it holds a lock is itself what others wait for. */
  private static boolean isChained(LockWaitEvent wait) {
    return wait.hasHolder() && wait.key().family() != LockKey.Family.CONDITION;
  }

  private Hold hold(LockWaitEvent wait, Span span) {
    Contention contention = contentions.get(wait.identity());
    Hold main = contention == null ? null : contention.mainHold(span, wait.thread().javaId());
    return main == null ? inference.ofOwner(wait) : main;
  }

  /** A circle of one is an artefact of when holds are seen to begin and end. */
  private void addCycle(LockWaitEvent wait, List<String> circle) {
    if (circle.size() < 2 || !wait.gaveUp()) {
      return;
    }
    int first = circle.indexOf(circle.stream().min(String::compareTo).orElseThrow());
    List<String> turned = new ArrayList<>(circle.subList(first, circle.size()));
    turned.addAll(circle.subList(0, first));
    turned.add(turned.get(0));
    locks.apply(wait.key()).addCycle(String.join(" → ", turned));
  }
}
