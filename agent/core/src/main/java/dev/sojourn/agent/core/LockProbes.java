package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.lock.LockNaming;
import dev.sojourn.agent.bootstrap.lock.LockObservation;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lock side of the agent: what must stand before the instrumentation of locks is woven in. */
final class LockProbes {
  private LockProbes() {}

  static List<TypeInstrumentation> instrumentations() {
    return List.of(
        new SynchronizerInstrumentation(),
        new StampedLockInstrumentation(),
        new ReleaseInstrumentation(),
        new ConditionInstrumentation());
  }

  /** Lets the probes read the synchronizers' private state, and makes them ready. */
  static void start(Instrumentation instrumentation, LockNaming naming) {
    Map<String, Set<Module>> opened =
        Map.of("java.util.concurrent.locks", Set.of(LockObservation.class.getModule()));
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), Map.of(), opened, Set.of(), Map.of());
    LockObservation.start(naming);
  }
}
