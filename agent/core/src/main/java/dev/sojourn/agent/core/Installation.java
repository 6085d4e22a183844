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

  private Installation(Instrumentation instrumentation, Weaver weaver) {
    this.instrumentation = instrumentation;
    this.weaver = weaver;
  }

  static Installation install(Instrumentation instrumentation, Weaver weaver)
      throws UnmodifiableClassException {
    Installation installation = new Installation(instrumentation, weaver);
    instrumentation.addTransformer(weaver, true);
    installation.retransform(installation.targets());
    return installation;
  }

  Weaver weaver() {
    return weaver;
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
      try {
        classes.add(Class.forName(name, false, null));
      } catch (ClassNotFoundException lackedByThisJdk) {
        continue;
      }
    }
    // Looking at every loaded class is for an agent that comes late: at start none of them is the
    // host's.
    for (Class<?> loaded :
        instrumentation.getInitiatedClasses(ClassLoader.getSystemClassLoader())) {
      if (isCandidate(loaded, names)) {
        classes.add(loaded);
      }
    }
    return classes;
  }

  private boolean isCandidate(Class<?> loaded, Set<String> names) {
    return loaded.getClassLoader() != null
        && (names.contains(loaded.getName())
            || !weaver.patterns().isEmpty()
                && loaded.getClassLoader() != ClassLoader.getPlatformClassLoader()
                && !loaded.isArray()
                && instrumentation.isModifiableClass(loaded));
  }

  private void retransform(List<Class<?>> classes) throws UnmodifiableClassException {
    if (!classes.isEmpty()) {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    }
  }
}
