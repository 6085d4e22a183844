package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The agent's probes in this JVM: woven in by {@link #install}, taken out again by {@link #stop}.
 */
final class Installation implements Part {
  private final Instrumentation instrumentation;
  private final Weaver weaver;

  Installation(Instrumentation instrumentation, Weaver weaver) {
    this.instrumentation = instrumentation;
    this.weaver = weaver;
  }

  void install() throws UnmodifiableClassException {
    instrumentation.addTransformer(weaver, true);
    retransform(targets());
  }

  /** Restores the original bytecode of every woven class. */
  @Override
  public void stop() throws UnmodifiableClassException {
    instrumentation.removeTransformer(weaver);
    Set<String> woven = weaver.woven();
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (woven.contains(loaded.getName())) {
        classes.add(loaded);
      }
    }
    retransform(classes);
  }

  /** What is loaded already. The rest is woven when it is loaded: most programs need little. */
  private List<Class<?>> targets() {
    List<Class<?>> classes = new ArrayList<>();
    Set<String> names = weaver.typeNames();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (names.contains(loaded.getName()) || matchesPattern(loaded)) {
        classes.add(loaded);
      }
    }
    return classes;
  }

  private boolean matchesPattern(Class<?> loaded) {
    return !weaver.patterns().isEmpty()
        && loaded.getClassLoader() != null
        && instrumentation.isModifiableClass(loaded)
        && weaver.patterns().matchLoaded(loaded);
  }

  private void retransform(List<Class<?>> classes) throws UnmodifiableClassException {
    if (!classes.isEmpty()) {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    }
  }
}
