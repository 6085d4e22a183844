package dev.sojourn.agent.core;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.sojourn.agent.bootstrap.lock.LockProbe;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/** Acquires of stamped locks that have to wait: both methods are slow paths. */
final class StampedLockInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.locks.StampedLock");
  }

  @Override
  public AsmVisitorWrapper visitor() {
    return new AsmVisitorWrapper.Compound(
        Advice.to(WriteAdvice.class).on(named("acquireWrite")),
        Advice.to(ReadAdvice.class).on(named("acquireRead")));
  }

  static final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter
    static Object enter(@Advice.This Object lock) {
      return LockProbe.blocked(lock, null, false);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token, @Advice.Return long stamp, @Advice.Thrown Throwable thrown) {
      LockProbe.ended(token, stamp, thrown);
    }
  }

  static final class ReadAdvice {
    private ReadAdvice() {}

    @Advice.OnMethodEnter
    static Object enter(@Advice.This Object lock) {
      return LockProbe.blocked(lock, null, true);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token, @Advice.Return long stamp, @Advice.Thrown Throwable thrown) {
      LockProbe.ended(token, stamp, thrown);
    }
  }
}
