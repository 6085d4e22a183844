package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.RETURNED;
import static dev.sojourn.agent.core.Operand.argument;

import dev.sojourn.agent.bootstrap.memory.DirectMemoryProbe;
import java.util.List;
import java.util.Set;

/**
 * The cleaners behind direct buffers: each that takes its memory by {@code java.nio.Bits} has one
 * made, whichever way it was asked for, and this is a smaller class to weave than the buffers'.
 */
final class CleanerInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of("jdk.internal.ref.Cleaner");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.named("create")
            .taking(2)
            .entering(DirectMemoryProbe.class, "cleaning", argument(1))
            .leaving(DirectMemoryProbe.class, "cleaned", ENTERED, RETURNED));
  }
}
