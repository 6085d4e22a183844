package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** The tasks of executors that start a thread for each. */
final class ThreadPerTaskInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.ThreadPerTaskExecutor$TaskRunner",
        "java.util.concurrent.ThreadPerTaskExecutor$ThreadBoundFuture");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("run")
            .taking(0)
            .entering(TaskProbe.class, "startedInOwnThread", THIS)
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
