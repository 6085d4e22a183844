package dev.sojourn.agent.core;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.sojourn.agent.bootstrap.lock.LockProbe;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/**
 * Acquires that have to wait. The method is the slow path: it is reached only after a first attempt
 * has failed.
 */
final class SynchronizerInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.locks.AbstractQueuedSynchronizer",
        "java.util.concurrent.locks.AbstractQueuedLongSynchronizer");
  }

  @Override
  public AsmVisitorWrapper visitor() {
    return Advice.to(AcquireAdvice.class).on(named("acquire").and(takesArguments(6)));
  }

  static final class AcquireAdvice {
    private AcquireAdvice() {}

    @Advice.OnMethodEnter
    static Object enter(
        @Advice.This Object synchronizer,
        @Advice.Argument(0) Object node,
        @Advice.Argument(2) boolean shared) {
      return LockProbe.blocked(synchronizer, node, shared);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token, @Advice.Return int result, @Advice.Thrown Throwable thrown) {
      LockProbe.ended(token, result, thrown);
    }
  }
}
