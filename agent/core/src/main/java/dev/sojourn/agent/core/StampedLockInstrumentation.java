package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.RETURNED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.argument;
import static dev.sojourn.agent.core.Operand.constant;

import dev.sojourn.agent.bootstrap.lock.LockProbe;
import java.util.List;
import java.util.Set;

/** Stamped locks: both acquires are slow paths, and each way to release ends in a signal. */
final class StampedLockInstrumentation implements TypeInstrumentation {
  private static final String TYPE = "java.util.concurrent.locks.StampedLock";
  private static final Set<String> WRITE_RELEASES = Set.of("releaseWrite", "tryConvertToReadLock");
  private static final Set<String> READ_RELEASES =
      Set.of("unlockRead", "tryUnlockRead", "unstampedUnlockRead", "tryConvertToOptimisticRead");

  @Override
  public Set<String> typeNames() {
    return Set.of(TYPE);
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        acquire("acquireWrite", 0),
        acquire("acquireRead", 1),
        release(WRITE_RELEASES, 0),
        release(READ_RELEASES, 1));
  }

  private static MethodWeave acquire(String method, int shared) {
    return MethodWeave.named(method)
        .entering(LockProbe.class, "stampBlocked", THIS, constant(shared))
        .leaving(LockProbe.class, "stampEnded", ENTERED, RETURNED, THROWN);
  }

  private static MethodWeave release(Set<String> methods, int shared) {
    return MethodWeave.matching(method -> methods.contains(method.name()))
        .aroundCall(new Glob(TYPE), "signalNext", null)
        .unlessNull()
        .entering(LockProbe.class, "releasing", argument(0), THIS, constant(shared))
        .leaving(LockProbe.class, "released", ENTERED);
  }
}
