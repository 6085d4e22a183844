package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.RETURNED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.WorkerProbe;
import java.util.List;
import java.util.Set;

/** Workers of thread pools that were there before the agent. */
final class WorkerInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.ThreadPoolExecutor");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("getTask")
            .taking(0)
            .entering(WorkerProbe.class, "asks")
            .leaving(WorkerProbe.class, "receives", THIS, RETURNED),
        MethodWeave.named("processWorkerExit")
            .taking(2)
            .entering(WorkerProbe.class, "exits", argument(1)));
  }
}
