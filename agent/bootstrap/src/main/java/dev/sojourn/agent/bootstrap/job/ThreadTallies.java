package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ThreadState;

/**
 * The tallies of one thread, which alone touches them. A thread that is soon over gets none: they
 * are for those that run methods again and again.
 */
final class ThreadTallies {
  private static final int REPEATED = 64;

  private final ThreadState state;
  private final int session;
  private Tally[] slots = new Tally[8];
  private int size;
  private int passed;

  private ThreadTallies(ThreadState state, int session) {
    this.state = state;
    this.session = session;
  }

  /**
   * The current thread's.
   *
   * @param session what the numbers of an agent's jobs begin with: those of one that left are void
   */
  static ThreadTallies of(ThreadState state, int session) {
    if (state.tallies() instanceof ThreadTallies known && known.session == session) {
      return known;
    }
    ThreadTallies fresh = new ThreadTallies(state, session);
    state.tallies(fresh);
    return fresh;
  }

  /** Counts a start, and tells whether the thread repeats itself. */
  boolean isRepeating() {
    if (passed < REPEATED) {
      passed++;
      return false;
    }
    return true;
  }

  /** The thread's tally of a job; added if it is new. */
  Tally of(Job job, int number, boolean nested, boolean timed) {
    int place = place(slots, Tally.key(number, nested, timed));
    if (slots[place] != null) {
      return slots[place];
    }
    Tally added = new Tally(state, job, number, nested, timed);
    job.tallies().add(added);
    slots[place] = added;
    if (++size * 2 > slots.length) {
      grow();
    }
    return added;
  }

  private void grow() {
    Tally[] larger = new Tally[slots.length * 2];
    for (Tally tally : slots) {
      if (tally != null) {
        larger[place(larger, tally.key())] = tally;
      }
    }
    slots = larger;
  }

  private static int place(Tally[] table, int key) {
    int mask = table.length - 1;
    int i = key & mask;
    while (table[i] != null && table[i].key() != key) {
      i = (i + 1) & mask;
    }
    return i;
  }
}
