package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.RETURNED;
import static dev.sojourn.agent.core.Operand.THIS;
import static dev.sojourn.agent.core.Operand.THROWN;

import dev.sojourn.agent.bootstrap.lock.ConditionProbe;
import java.util.List;
import java.util.Set;

/**
 * Waits for conditions: untimed, timed with a verdict, and timed with the time that is left; and
 * signals. What both signals call where somebody waits is taken, so that others cost nothing.
 */
final class ConditionInstrumentation implements TypeInstrumentation {
  @Override
  public Set<String> typeNames() {
    return Set.of(
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
        "java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject");
  }

  @Override
  public List<MethodWeave> weaves() {
    return List.of(
        MethodWeave.matching(method -> isWait(method, ")V"))
            .entering(ConditionProbe.class, "waiting", THIS)
            .leaving(ConditionProbe.class, "waited", ENTERED, THROWN),
        MethodWeave.matching(method -> isWait(method, ")Z"))
            .entering(ConditionProbe.class, "waiting", THIS)
            .leaving(ConditionProbe.class, "waitedUpTo", ENTERED, RETURNED, THROWN),
        MethodWeave.matching(method -> isWait(method, ")J"))
            .entering(ConditionProbe.class, "waiting", THIS)
            .leaving(ConditionProbe.class, "waitedNanos", ENTERED, RETURNED, THROWN),
        MethodWeave.named("doSignal")
            .inPrivate()
            .entering(ConditionProbe.class, "signalling", THIS));
  }

  private static boolean isWait(MethodWeave.MethodSignature method, String result) {
    return method.name().startsWith("await") && method.descriptor().endsWith(result);
  }
}
