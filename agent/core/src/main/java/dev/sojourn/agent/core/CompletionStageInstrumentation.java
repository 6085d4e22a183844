package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/**
 * Asynchronous stages of {@code CompletableFuture}, for executors that no other probe sees: JDK 17
 * starts a thread for each where the common pool has one worker.
 */
final class CompletionStageInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.CompletableFuture$AsyncSupply",
        "java.util.concurrent.CompletableFuture$AsyncRun",
        "java.util.concurrent.CompletableFuture$Completion");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("run")
            .taking(0)
            .entering(TaskProbe.class, "startedStage", THIS)
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
