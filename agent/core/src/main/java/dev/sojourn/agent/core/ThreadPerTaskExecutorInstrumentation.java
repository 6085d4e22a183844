package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Executors that start a thread for each task, virtual ones above all. */
final class ThreadPerTaskExecutorInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.ThreadPerTaskExecutor");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("start")
            .describedAs("(Ljava/lang/Thread;)V")
            .entering(TaskProbe.class, "threadStarted", THIS, argument(0)));
  }
}
