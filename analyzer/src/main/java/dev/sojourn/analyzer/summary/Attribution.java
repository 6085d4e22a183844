package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes down what holders answer for: whom they blocked, and what they did meanwhile. */
final class Attribution {
  private final ThreadHistories histories;
  private final WaitChains chains;
  private final Function<LockKey, LockBuilder> locks;
  private final Set<Hold> blamed = Collections.newSetFromMap(new IdentityHashMap<>());

  // samples are looked at once a hold, not once a piece
  private final Map<Hold, Doing> rests = new IdentityHashMap<>();

  // neighbouring pieces of one hold differ in little but the victim: what was done is divided once
  private Hold hold;
  private long beginEpochNanos;
  private long endEpochNanos;
  private long nanos;

  Attribution(ThreadHistories histories, WaitChains chains, Function<LockKey, LockBuilder> locks) {
    this.histories = histories;
    this.chains = chains;
    this.locks = locks;
  }

  /** A hold answers for some of the blocked time of a waiter between two instants. */
  @SuppressWarnings("ReferenceEquality")
  void add(Hold answering, Actor victim, long blockedNanos, long begin, long end) {
    BlameBuilder blame = blame(answering);
    blame.addBlocked(answering.site(), blockedNanos);
    blame.addVictim(victim, blockedNanos);
    if (blamed.add(answering)) {
      blame.addHold(answering.endEpochNanos() - answering.startEpochNanos());
    }
    if (answering != hold || begin != beginEpochNanos) {
      finish();
      hold = answering;
      beginEpochNanos = begin;
      endEpochNanos = end;
    }
    nanos += blockedNanos;
  }

  /** To be called after the last piece. */
  void finish() {
    if (hold != null) {
      divide();
    }
    hold = null;
    nanos = 0;
  }

  private void divide() {
    BlameBuilder blame = blame(hold);
    ThreadHistory history = histories.ofJavaId(hold.threadId());
    if (history == null) {
      blame.addDoing(HolderActivity.UNKNOWN, nanos);
      return;
    }
    Span whole = new Span(hold.startEpochNanos(), hold.endEpochNanos());
    HolderActivity activity = new HolderActivity(history, whole);
    long rest =
        activity.divide(
            nanos, beginEpochNanos, endEpochNanos, (subject, share) -> add(blame, subject, share));
    if (rest > 0) {
      blame.addDoing(rests.computeIfAbsent(hold, h -> activity.rest()), rest);
    }
  }

  private void add(BlameBuilder blame, Subject subject, long share) {
    blame.addDoing(new Doing(subject.component(), subject.what()), share);
    if (subject instanceof Subject.LockWait blocked) {
      Root root = chains.root(blocked.event());
      if (root != null) {
        blame.addRoot(root, share);
      }
    }
  }

  private BlameBuilder blame(Hold of) {
    return locks.apply(of.key()).blame(of.holder());
  }
}
