package dev.sojourn.agent.core;

import java.util.ArrayList;
import java.util.List;

/** Every instrumented type of the JDK, in one place. */
final class Instrumentations {
  private Instrumentations() {}

  static List<TypeInstrumentation> all() {
    List<TypeInstrumentation> all = new ArrayList<>();
    all.add(new ThreadPoolExecutorInstrumentation());
    all.addAll(LockProbes.instrumentations());
    return all;
  }
}
