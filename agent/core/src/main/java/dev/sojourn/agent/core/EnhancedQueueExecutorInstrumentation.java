package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Tasks of JBoss's pool, of which Undertow, WildFly and Quarkus have their workers. */
final class EnhancedQueueExecutorInstrumentation implements TypeInstrumentation {
  private static final String POOL = "org.jboss.threads.EnhancedQueueExecutor";

  @Override
  public Set<String> typeNames() {
    return Set.of(POOL, POOL + "$Task");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("execute")
            .taking(1)
            .entering(TaskProbe.class, "submitted", THIS, argument(0)),
        MethodWeave.named("run")
            .aroundCall(new Glob("org.jboss.threads.ContextHandler"), "runWith", null)
            .entering(TaskProbe.class, "startedInside", THIS, argument(1))
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
