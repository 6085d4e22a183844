package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.job.ForkJoinProbe;
import java.util.List;
import java.util.Set;

/** Submissions to fork/join pools: one method takes them all, named differently on 17 and later. */
final class ForkJoinPoolInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("java.util.concurrent.ForkJoinPool");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("externalSubmit")
            .taking(1)
            .inPrivate()
            .entering(ForkJoinProbe.class, "submitted", THIS, argument(0)),
        MethodWeave.named("poolSubmit")
            .taking(2)
            .entering(ForkJoinProbe.class, "submitted", THIS, argument(1)));
  }
}
