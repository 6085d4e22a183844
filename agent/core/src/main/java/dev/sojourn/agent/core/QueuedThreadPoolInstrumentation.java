package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Tasks of Jetty's pool. */
final class QueuedThreadPoolInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("org.eclipse.jetty.util.thread.QueuedThreadPool");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("execute")
            .taking(1)
            .entering(TaskProbe.class, "submitted", THIS, argument(0)),
        MethodWeave.named("runJob")
            .aroundCall(new Glob("java.lang.Runnable"), "run", "()V")
            .entering(TaskProbe.class, "started", THIS, argument(0))
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
