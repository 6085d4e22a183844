package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.failure.FailureProbe;
import java.util.List;
import java.util.Set;

/**
 * Exceptions, where JFR counts them as they are made: while it records, each comes by here, and no
 * class that the host uses itself has to be woven.
 */
final class FailureInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "jdk.jfr.internal.instrument.ThrowableTracer", "jdk.internal.event.ThrowableTracer");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("traceThrowable")
            .taking(2)
            .entering(FailureProbe.class, "made", argument(0), argument(1)));
  }
}
