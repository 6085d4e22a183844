package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.RejectionProbe;
import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Tasks of thread pools: the JDK's, and Tomcat's, which is a copy of it. */
final class ThreadPoolExecutorInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.ThreadPoolExecutor",
        "org.apache.tomcat.util.threads.ThreadPoolExecutor");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("execute")
            .taking(1)
            .entering(TaskProbe.class, "submitted", THIS, argument(0)),
        MethodWeave.named("reject")
            .entering(RejectionProbe.class, "rejecting", THIS, argument(0))
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN),
        MethodWeave.named("runWorker")
            .aroundCall(new Glob("java.lang.Runnable"), "run", "()V")
            .entering(TaskProbe.class, "started", THIS, argument(0))
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
