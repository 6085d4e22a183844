package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through the waits for one lock and its holds by time. Between two neighbouring instants at
 * which any of them begins or ends, the blocked time of each waiter is divided evenly among the
 * threads that hold the lock; where none is known to, the owner that the waiter found answers.
 */
final class BlameSweep {
  private final Contention contention;
  private final HoldInference inference;
  private final Attribution attribution;
  private final List<Contention.Waiting> waiting = new ArrayList<>();
  private final List<Hold> holding = new ArrayList<>();
  private final Map<LockWaitEvent, Hold> found = new IdentityHashMap<>();

  BlameSweep(Contention contention, HoldInference inference, Attribution attribution) {
    this.contention = contention;
    this.inference = inference;
    this.attribution = attribution;
  }

  void run() {
    long[] instants = instants();
    int nextWait = 0;
    int nextHold = 0;
    for (int i = 0; i + 1 < instants.length; i++) {
      long begin = instants[i];
      waiting.removeIf(waiter -> waiter.event().endEpochNanos() <= begin);
      holding.removeIf(hold -> hold.endEpochNanos() <= begin);
      nextWait = addWaits(nextWait, begin);
      nextHold = addHolds(nextHold, begin);
      for (Contention.Waiting waiter : waiting) {
        divide(waiter, begin, instants[i + 1]);
      }
    }
    attribution.finish();
  }

  private long[] instants() {
    long[] instants = new long[2 * (contention.waits().size() + contention.holds().size())];
    int size = 0;
    for (Contention.Waiting waiter : contention.waits()) {
      instants[size++] = waiter.event().startEpochNanos();
      instants[size++] = waiter.event().endEpochNanos();
    }
    for (Hold hold : contention.holds()) {
      instants[size++] = hold.startEpochNanos();
      instants[size++] = hold.endEpochNanos();
    }
    return Arrays.stream(instants).sorted().distinct().toArray();
  }

  private int addWaits(int next, long epochNanos) {
    int i = next;
    for (; i < contention.waits().size(); i++) {
      LockWaitEvent wait = contention.waits().get(i).event();
      if (wait.startEpochNanos() > epochNanos) {
        break;
      }
      boolean counts = !contention.waits().get(i).isOpen();
      if (counts && wait.endEpochNanos() > epochNanos) {
        waiting.add(contention.waits().get(i));
      }
    }
    return i;
  }

  private int addHolds(int next, long epochNanos) {
    int i = next;
    for (; i < contention.holds().size(); i++) {
      Hold hold = contention.holds().get(i);
      if (hold.startEpochNanos() > epochNanos) {
        break;
      }
      if (hold.endEpochNanos() > epochNanos) {
        holding.add(hold);
      }
    }
    return i;
  }

  private void divide(Contention.Waiting waiter, long begin, long end) {
    long waiterId = waiter.event().thread().javaId();
    List<Hold> answering = answering(waiterId);
    int others = answering.size();
    long left = end - begin;
    for (Hold hold : answering) {
      long share = left / others--;
      attribution.add(hold, waiter.actor(), share, begin, end);
      left -= share;
    }
    Hold ofOwner = left == 0 ? null : found.computeIfAbsent(waiter.event(), inference::ofOwner);
    if (ofOwner != null && ofOwner.threadId() != waiterId) {
      attribution.add(ofOwner, waiter.actor(), left, begin, end);
    }
  }

  /**
   * The holds that keep a thread waiting. A chunk infers one where another chunk may tell of it.
   */
  private List<Hold> answering(long waiterId) {
    boolean told = false;
    for (Hold hold : holding) {
      told |= hold.told() && hold.threadId() != waiterId;
    }
    List<Hold> answering = new ArrayList<>(holding.size());
    for (Hold hold : holding) {
      if (hold.told() == told && hold.threadId() != waiterId) {
        answering.add(hold);
      }
    }
    return answering;
  }
}
