package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Where {@code CompletableFuture} starts a thread for each stage itself. */
final class CompletionSubmissionInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.CompletableFuture$ThreadPerTaskExecutor");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("execute")
            .taking(1)
            .entering(TaskProbe.class, "submittedAnywhere", argument(0)));
  }
}
