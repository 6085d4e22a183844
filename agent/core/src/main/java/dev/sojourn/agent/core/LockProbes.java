package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.lock.LockObservation;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/** Readies the probes on locks. */
final class LockProbes {
  private LockProbes() {}

  /** Lets the probes read the synchronizers' private state, and makes them ready to be woven in. */
  static void start(Instrumentation instrumentation) {
    Map<String, Set<Module>> opened =
        Map.of("java.util.concurrent.locks", Set.of(LockObservation.class.getModule()));
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), Map.of(), opened, Set.of(), Map.of());
    LockObservation.start(new BytecodeLockNaming());
  }
}
