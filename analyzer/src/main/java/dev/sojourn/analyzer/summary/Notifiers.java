package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who had what the waiters of one wait set waited for. Who is woken and waits again at once did not
 * get it. If another who was woken then did, it was handed on, and who notified had it before. Else
 * the notification was meant for others, and the one that wakes this waiter next tells; so it is
 * with who waits for some time only.
 */
final class Notifiers {
  /** Looking whether it is there takes no longer, with the monitor to be entered first. */
  static final long AT_ONCE_NANOS = 1_000_000;

  private final Map<LockWaitEvent, LockWaitEvent.Owner> byWait = new IdentityHashMap<>();
  private final Set<LockWaitEvent> vain = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Long, TreeSet<Long>> handedOn = new HashMap<>();

  /** Of the waits of one wait set, in the order in which they end. */
  Notifiers(List<LockWaitEvent> byEnd) {
    findVain(byEnd);
    for (LockWaitEvent wait : byEnd) {
      if (wait.owner().known() && !vain.contains(wait)) {
        handedOn
            .computeIfAbsent(wait.owner().javaId(), notifier -> new TreeSet<>())
            .add(wait.endEpochNanos());
      }
    }
    findHolders(byEnd);
  }

  /** Who told a wait that it was over, or who did next of those who wait for the same. */
  LockWaitEvent.Owner of(LockWaitEvent wait) {
    return byWait.get(wait);
  }

  /** Whether a wait ended with what was waited for. */
  boolean hasWhatItWaitedFor(LockWaitEvent wait) {
    return wait.outcome().equals("acquired") && !vain.contains(wait);
  }

  private void findVain(List<LockWaitEvent> byEnd) {
    Map<Long, LockWaitEvent> nextOfThread = new HashMap<>();
    Map<Long, Long> nextNotified = new HashMap<>();
    for (int i = byEnd.size() - 1; i >= 0; i--) {
      LockWaitEvent wait = byEnd.get(i);
      long thread = wait.thread().javaId();
      if (isVain(wait, nextOfThread.put(thread, wait), nextNotified.get(thread))) {
        vain.add(wait);
      }
      nextNotified.put(wait.owner().javaId(), wait.endEpochNanos());
    }
  }

  /** Who got it tells the others when it lets go, before it waits again. */
  private static boolean isVain(LockWaitEvent wait, LockWaitEvent again, Long nextNotified) {
    return again != null
        && wait.key().family() == LockKey.Family.WAIT_SET
        && wait.owner().known()
        && again.startEpochNanos() - wait.endEpochNanos() <= AT_ONCE_NANOS
        && (nextNotified == null || nextNotified > again.startEpochNanos() + AT_ONCE_NANOS);
  }

  private void findHolders(List<LockWaitEvent> byEnd) {
    Map<Long, LockWaitEvent> nextOfThread = new HashMap<>();
    LockWaitEvent.Owner last = LockWaitEvent.Owner.UNKNOWN;
    for (int i = byEnd.size() - 1; i >= 0; i--) {
      LockWaitEvent wait = byEnd.get(i);
      LockWaitEvent again = nextOfThread.put(wait.thread().javaId(), wait);
      if (vain.contains(wait) && !isHandedOn(wait)) {
        byWait.put(wait, byWait.get(again));
      } else {
        last = wait.owner().known() ? wait.owner() : last;
        byWait.put(wait, last);
      }
    }
  }

  /** Whether somebody got it when this one was woken in vain. */
  private boolean isHandedOn(LockWaitEvent wait) {
    TreeSet<Long> ends = handedOn.get(wait.owner().javaId());
    Long near = ends == null ? null : ends.ceiling(wait.endEpochNanos() - AT_ONCE_NANOS);
    return near != null && near <= wait.endEpochNanos() + AT_ONCE_NANOS;
  }
}
