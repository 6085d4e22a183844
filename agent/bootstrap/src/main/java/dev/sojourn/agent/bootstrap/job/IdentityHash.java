package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectMemory;

/**
 * Tells whether an object was ever asked for its identity hash code. The first asking writes it
 * into the object's header and is dear; looking there first is a single load. Where in the header
 * it stands is learned from objects made for that, and what does not fit is answered by "maybe".
 */
final class IdentityHash {
  private static final long LOCK_BITS = 3;
  private static final long UNLOCKED = 1;
  private static final long HASH = Integer.MAX_VALUE;
  private static final int TRIALS = 32;
  private static final int LOWEST_SHIFT = 2;
  private static final long PLACE = learn();

  private IdentityHash() {}

  /** False only if nobody, the submitting probe included, has asked for the object's hash. */
  static boolean mayExist(Object object) throws Throwable {
    if (PLACE == 0) {
      return true;
    }
    long header = ObjectMemory.header(object);
    return (header & LOCK_BITS) != UNLOCKED || (header & PLACE) != 0;
  }

  private static long learn() {
    try {
      int shift = shift(new Object());
      for (int i = 0; i < TRIALS && shift > 0; i++) {
        shift = shift(new Object()) == shift ? shift : 0;
      }
      return shift > 0 ? HASH << shift : 0;
    } catch (Throwable unreadable) {
      return 0;
    }
  }

  /** Where the hash of a fresh object stands; 0 if its header does not behave as expected. */
  private static int shift(Object fresh) throws Throwable {
    long before = ObjectMemory.header(fresh);
    long hash = System.identityHashCode(fresh);
    long after = ObjectMemory.header(fresh);
    if ((before & LOCK_BITS) != UNLOCKED || (after & LOCK_BITS) != UNLOCKED) {
      return 0;
    }
    for (int shift = LOWEST_SHIFT; shift <= Integer.SIZE; shift++) {
      if ((after >>> shift & HASH) == hash && (before >>> shift & HASH) == 0) {
        return shift;
      }
    }
    return 0;
  }
}
