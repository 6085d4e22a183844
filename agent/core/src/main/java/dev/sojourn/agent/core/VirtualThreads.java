package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JVM's virtual threads, where it has any: the JDK keeps them by the executor that started
 * them. For one thread.
 */
final class VirtualThreads {
  private static final int MOST_CONTAINERS = 200;
  private static final int MOST_THREADS = 2_000;

  private final Class<?> virtualThread;
  private final Class<?> carrier;
  private final Method root;
  private final Method children;
  private final Method threads;

  private VirtualThreads(
      Class<?> virtualThread, Class<?> carrier, Method root, Method children, Method threads) {
    this.virtualThread = virtualThread;
    this.carrier = carrier;
    this.root = root;
    this.children = children;
    this.threads = threads;
  }

  /** Finds them; on a JDK that keeps none there are none. */
  static VirtualThreads of(Instrumentation instrumentation) {
    try {
      Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers", false, null);
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer", false, null);
      Map<String, Set<Module>> exported =
          Map.of("jdk.internal.vm", Set.of(VirtualThreads.class.getModule()));
      instrumentation.redefineModule(
          Object.class.getModule(), Set.of(), exported, Map.of(), Set.of(), Map.of());
      return new VirtualThreads(
          Class.forName("java.lang.VirtualThread", false, null),
          Class.forName("jdk.internal.misc.CarrierThread", false, null),
          containers.getMethod("root"),
          container.getMethod("children"),
          container.getMethod("threads"));
    } catch (ReflectiveOperationException keptOtherwise) {
      return new VirtualThreads(null, null, null, null, null);
    }
  }

  /** Whether it is a thread that virtual threads run on. */
  boolean isCarrier(Thread thread) {
    return thread.getClass() == carrier;
  }

  /** Adds those that are blocked, of the first few thousand. */
  void addBlocked(List<Thread> blocked) {
    if (root == null) {
      return;
    }
    try {
      Deque<Object> containers = new ArrayDeque<>();
      containers.add(root.invoke(null));
      int left = MOST_THREADS;
      for (int seen = 0; seen < MOST_CONTAINERS && !containers.isEmpty() && left > 0; seen++) {
        Object container = containers.poll();
        left -= addBlocked(container, left, blocked);
        try (Stream<?> below = (Stream<?>) children.invoke(container)) {
          below.limit(MOST_CONTAINERS).forEach(containers::add);
        }
      }
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }

  private int addBlocked(Object container, int most, List<Thread> blocked)
      throws ReflectiveOperationException {
    int[] looked = {0};
    try (Stream<?> all = (Stream<?>) threads.invoke(container)) {
      all.limit(most)
          .forEach(
              thread -> {
                looked[0]++;
                if (thread.getClass() == virtualThread
                    && ((Thread) thread).getState() == Thread.State.BLOCKED) {
                  blocked.add((Thread) thread);
                }
              });
    }
    return looked[0];
  }
}
