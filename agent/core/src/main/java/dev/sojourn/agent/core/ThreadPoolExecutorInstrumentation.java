package dev.sojourn.agent.core;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.sojourn.agent.bootstrap.job.JobProbe;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/** Tasks of thread pools. */
final class ThreadPoolExecutorInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.ThreadPoolExecutor");
  }

  @Override
  public AsmVisitorWrapper visitor() {
    return Advice.to(ExecuteAdvice.class).on(named("execute"));
  }

  static final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Runnable task) {
      JobProbe.submitted(task);
    }
  }
}
