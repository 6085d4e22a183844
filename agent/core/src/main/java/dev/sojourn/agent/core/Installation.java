package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The agent's probes in this JVM: woven in by {@link #install}, taken out again by {@link #remove}.
 */
final class Installation {
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
  void remove() throws UnmodifiableClassException {
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

  private List<Class<?>> targets() {
    List<Class<?>> classes = new ArrayList<>();
    Set<String> names = weaver.typeNames();
    for (String name : names) {
      if (!name.startsWith("java.")) {
        continue;
      }
      try {
        classes.add(Class.forName(name, false, null));
      } catch (ClassNotFoundException lackedByThisJdk) {
        // there is nothing to weave then
      }
    }
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getClassLoader() != null && isTarget(loaded, names)) {
        classes.add(loaded);
      }
    }
    return classes;
  }

  private boolean isTarget(Class<?> loaded, Set<String> names) {
    if (names.contains(loaded.getName())) {
      return true;
    }
    return !weaver.patterns().isEmpty()
        && instrumentation.isModifiableClass(loaded)
        && weaver.patterns().matchLoaded(loaded);
  }

  private void retransform(List<Class<?>> classes) throws UnmodifiableClassException {
    if (!classes.isEmpty()) {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    }
  }
}
