package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/** Structured task scopes start a thread for each subtask by this. */
final class StructuredScopeInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("jdk.internal.misc.ThreadFlock");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("start")
            .taking(1)
            .entering(TaskProbe.class, "threadStartedAnywhere", argument(0)));
  }
}
