package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks where threads are blocked entering monitors. Their states are mere fields; a stack trace is
 * dear, so there is an allowance of them. For one thread.
 */
final class BlockedThreads {
  private static final double STACKS_PER_LOOK = 0.5;
  private static final double MOST_STACKS = 10;

  private final ThreadGroup all = root();
  private final VirtualThreads virtual;
  private Thread[] threads = new Thread[64];
  private double allowance = MOST_STACKS;
  private boolean carriersSeen;
  private int turn;

  BlockedThreads(VirtualThreads virtual) {
    this.virtual = virtual;
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** The places at which threads are blocked now, as many as the allowance leaves. */
  List<FoundMonitors.Place> look() {
    allowance = Math.min(MOST_STACKS, allowance + STACKS_PER_LOOK);
    List<Thread> blocked = new ArrayList<>();
    addPlatform(blocked);
    // Before a virtual thread is blocked a carrier has run it, and is kept for a while.
    if (carriersSeen) {
      virtual.addBlocked(blocked);
    }
    List<FoundMonitors.Place> places = new ArrayList<>();
    // the same few would else use up the allowance each time
    turn++;
    for (int i = 0; i < blocked.size() && allowance >= 1; i++) {
      allowance--;
      add(blocked.get((i + turn) % blocked.size()), places);
    }
    return places;
  }

  private void addPlatform(List<Thread> blocked) {
    int count = all.enumerate(threads, true);
    while (count == threads.length) {
      threads = new Thread[2 * threads.length];
      count = all.enumerate(threads, true);
    }
    for (int i = 0; i < count; i++) {
      if (threads[i].getState() == Thread.State.BLOCKED) {
        blocked.add(threads[i]);
      }
      carriersSeen |= virtual.isCarrier(threads[i]);
    }
    Arrays.fill(threads, 0, count, null);
  }

  private static void add(Thread thread, List<FoundMonitors.Place> places) {
    StackTraceElement[] stack = thread.getStackTrace();
    // it may have gone on since, or wait inside Object.wait for its turn
    if (stack.length > 0
        && thread.getState() == Thread.State.BLOCKED
        && !stack[0].getClassName().equals("java.lang.Object")) {
      String caller = stack[Math.min(1, stack.length - 1)].getClassName();
      places.add(new FoundMonitors.Place(stack[0].getClassName(), caller));
    }
  }
}
