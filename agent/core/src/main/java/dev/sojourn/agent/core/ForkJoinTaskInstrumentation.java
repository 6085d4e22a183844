package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;

import dev.sojourn.agent.bootstrap.job.ForkJoinProbe;
import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Tasks of fork/join pools, {@code CompletableFuture} included. */
final class ForkJoinTaskInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.ForkJoinTask");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("doExec")
            .taking(0)
            .entering(ForkJoinProbe.class, "started", THIS)
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
