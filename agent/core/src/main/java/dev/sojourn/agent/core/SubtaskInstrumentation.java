package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;

import dev.sojourn.agent.bootstrap.job.TaskProbe;
import java.util.List;
import java.util.Set;

/**
 * The subtasks of structured task scopes. They keep failures to themselves, so the call is taken.
 */
final class SubtaskInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.StructuredTaskScopeImpl$SubtaskImpl",
        "java.util.concurrent.StructuredTaskScope$SubtaskImpl");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("run")
            .aroundCall(new Glob("java.util.concurrent.Callable"), "call", null)
            .entering(TaskProbe.class, "startedInOwnThread", THIS)
            .leaving(TaskProbe.class, "ended", ENTERED, THROWN));
  }
}
