package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/**
 * The agent's advice in this JVM: woven in by {@link #install}, taken out again by {@link #remove}.
 */
final class Installation {
  private final Instrumentation instrumentation;
  private final Weaver weaver;

  private Installation(Instrumentation instrumentation, Weaver weaver) {
    this.instrumentation = instrumentation;
    this.weaver = weaver;
  }

  static Installation install(Instrumentation instrumentation, List<TypeInstrumentation> types)
      throws UnmodifiableClassException {
    Weaver weaver = new Weaver(types);
    Installation installation = new Installation(instrumentation, weaver);
    instrumentation.addTransformer(weaver, true);
    installation.retransform();
    return installation;
  }

  Weaver weaver() {
    return weaver;
  }

  /** Restores the original bytecode of every woven class. */
  void remove() throws UnmodifiableClassException {
    instrumentation.removeTransformer(weaver);
    retransform();
  }

  private void retransform() throws UnmodifiableClassException {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : weaver.typeNames()) {
      try {
        classes.add(Class.forName(name.replace('/', '.'), true, null));
      } catch (ClassNotFoundException lackedByThisJdk) {
        continue;
      }
    }
    instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
  }
}
