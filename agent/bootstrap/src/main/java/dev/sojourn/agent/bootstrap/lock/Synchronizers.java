package dev.sojourn.agent.bootstrap.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.StampedLock;

/**
 * Reads the private state of the JDK's synchronizers. Their package must have been opened to this
 * class's module before its initialisation, which fails otherwise.
 */
final class Synchronizers {
  private static final Queue QUEUED = Queue.of(AbstractQueuedSynchronizer.class);
  private static final Queue QUEUED_LONG = Queue.of(AbstractQueuedLongSynchronizer.class);
  private static final Queue STAMPED = Queue.of(StampedLock.class);
  private static final VarHandle OWNER =
      field(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread", Thread.class);
  private static final VarHandle OF_CONDITION =
      outer(AbstractQueuedSynchronizer.ConditionObject.class, AbstractQueuedSynchronizer.class);
  private static final VarHandle OF_LONG_CONDITION =
      outer(
          AbstractQueuedLongSynchronizer.ConditionObject.class,
          AbstractQueuedLongSynchronizer.class);
  private static final String POOL_WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private Synchronizers() {}

  /** Whether the synchronizer guards nothing that a user knows of. */
  static boolean isInternal(Object synchronizer) {
    return synchronizer.getClass().getName().equals(POOL_WORKER);
  }

  /** The thread that owns the synchronizer; null if none does or it knows no owner. */
  static Thread owner(Object synchronizer) {
    return synchronizer instanceof AbstractOwnableSynchronizer ownable
        ? (Thread) OWNER.get(ownable)
        : null;
  }

  /** Whether a null {@link #owner} means that nobody owns the lock exclusively. */
  static boolean knowsOwner(Object synchronizer) {
    return synchronizer.getClass().getName().startsWith("java.util.concurrent.locks.Reentrant");
  }

  /** The synchronizer of a condition. */
  static Object ofCondition(Object condition) {
    return condition instanceof AbstractQueuedSynchronizer.ConditionObject queued
        ? OF_CONDITION.get(queued)
        : OF_LONG_CONDITION.get((AbstractQueuedLongSynchronizer.ConditionObject) condition);
  }

  /** Whether a release that finds {@code head} at the queue's head will wake a waiter. */
  static boolean wakes(Object head, Object synchronizer) {
    if (head == null) {
      return false;
    }
    if (synchronizer instanceof AbstractQueuedSynchronizer) {
      return QUEUED.wakes(head);
    }
    return synchronizer instanceof StampedLock ? STAMPED.wakes(head) : QUEUED_LONG.wakes(head);
  }

  private static Class<?> nested(Class<?> outer, String name) {
    try {
      return Class.forName(outer.getName() + "$" + name, false, null);
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static VarHandle outer(Class<?> condition, Class<?> synchronizer) {
    return field(condition, "this$0", synchronizer);
  }

  private static VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The nodes of one class's wait queue. A record, so that the JIT trusts its handles. */
  private record Queue(VarHandle next, VarHandle status) {
    static Queue of(Class<?> synchronizer) {
      Class<?> node = nested(synchronizer, "Node");
      return new Queue(field(node, "next", node), field(node, "status", int.class));
    }

    boolean wakes(Object head) {
      Object first = next.get(head);
      return first != null && (int) status.get(first) != 0;
    }
  }
}
