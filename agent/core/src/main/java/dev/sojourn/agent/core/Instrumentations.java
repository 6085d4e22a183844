package dev.sojourn.agent.core;

import java.util.List;

/** Every instrumented type of the JDK, in one place. */
final class Instrumentations {
  private Instrumentations() {}

  static List<TypeInstrumentation> all() {
    return List.of(new ThreadPoolExecutorInstrumentation());
  }
}
