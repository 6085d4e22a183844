package dev.sojourn.agent.core;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import dev.sojourn.agent.bootstrap.lock.ConditionProbe;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/** Waits for conditions. */
final class ConditionInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
        "java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject");
  }

  @Override
  public AsmVisitorWrapper visitor() {
    return new AsmVisitorWrapper.Compound(
        Advice.to(UntimedAdvice.class)
            .on(namedOneOf("await", "awaitUninterruptibly").and(returns(void.class))),
        Advice.to(TimedAdvice.class)
            .on(namedOneOf("await", "awaitUntil").and(returns(boolean.class))),
        Advice.to(NanosAdvice.class).on(named("awaitNanos")));
  }

  static final class UntimedAdvice {
    private UntimedAdvice() {}

    @Advice.OnMethodEnter
    static Object enter(@Advice.This Object condition) {
      return ConditionProbe.waiting(condition);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object token, @Advice.Thrown Throwable thrown) {
      ConditionProbe.waited(token, false, thrown);
    }
  }

  static final class TimedAdvice {
    private TimedAdvice() {}

    @Advice.OnMethodEnter
    static Object enter(@Advice.This Object condition) {
      return ConditionProbe.waiting(condition);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @Advice.Return boolean inTime,
        @Advice.Thrown Throwable thrown) {
      ConditionProbe.waited(token, !inTime, thrown);
    }
  }

  static final class NanosAdvice {
    private NanosAdvice() {}

    @Advice.OnMethodEnter
    static Object enter(@Advice.This Object condition) {
      return ConditionProbe.waiting(condition);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @Advice.Return long leftNanos,
        @Advice.Thrown Throwable thrown) {
      ConditionProbe.waited(token, leftNanos <= 0, thrown);
    }
  }
}
