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

/**
 * The synchronizers that most locks are built on. The {@code acquire} with six parameters is
 * reached only after a first attempt has failed. Releases end in {@code signalNext}, once the lock
 * is free: that call is taken, since the whole method could not tell whether the release was the
 * last of nested ones, nor whether it woke somebody.
 */
final class SynchronizerInstrumentation implements TypeInstrumentation {
  private static final int SLOW_PATH_PARAMETERS = 6;

  private final String typeName;

  /**
   * The instrumentation of one of two classes that differ in the type of their state.
   *
   * @param typeName binary name of the class
   */
  SynchronizerInstrumentation(String typeName) {
    this.typeName = typeName;
  }

  @Override
  public Set<String> typeNames() {
    return Set.of(typeName);
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("acquire")
            .taking(SLOW_PATH_PARAMETERS)
            .entering(LockProbe.class, "blocked", THIS, argument(0), argument(2))
            .leaving(LockProbe.class, "ended", ENTERED, RETURNED, THROWN),
        release("release", 0),
        release("releaseShared", 1));
  }

  private MethodWeave release(String method, int shared) {
    return MethodWeave.named(method)
        .aroundCall(new Glob(typeName), "signalNext", null)
        .unlessNull()
        .entering(LockProbe.class, "releasing", argument(0), THIS, constant(shared))
        .leaving(LockProbe.class, "released", ENTERED);
  }
}
