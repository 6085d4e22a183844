package dev.sojourn.agent.bootstrap.executor;

import dev.sojourn.agent.bootstrap.event.ExecutorSampleEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;

/**
 * How full a pool is that does not extend the JDK's: asked by the names that it shares with it, as
 * Tomcat's copy and JBoss's pool do, or by those of Jetty's. Each class is looked at once and not
 * retained.
 */
final class PoolAccessors {
  private static final ClassValue<PoolAccessors> OF =
      new ClassValue<>() {
        @Override
        protected PoolAccessors computeValue(Class<?> type) {
          return new PoolAccessors(type);
        }
      };

  private final Method queue;
  private final Method active;
  private final Method idle;
  private final Method size;
  private final Method maximum;

  private PoolAccessors(Class<?> type) {
    Method length = accessor(type, "getQueueSize", int.class);
    queue = length == null ? accessor(type, "getQueue", Collection.class) : length;
    active = accessor(type, "getActiveCount", int.class);
    idle = accessor(type, "getIdleThreads", int.class);
    size = count(type, "getPoolSize", "getThreads");
    maximum = count(type, "getMaximumPoolSize", "getMaxThreads");
  }

  private static Method count(Class<?> type, String name, String ofJetty) {
    Method shared = accessor(type, name, int.class);
    return shared == null ? accessor(type, ofJetty, int.class) : shared;
  }

  /** Nothing that its author closed is opened. */
  private static Method accessor(Class<?> type, String name, Class<?> result) {
    try {
      Method method = type.getMethod(name);
      Class<?> declarer = method.getDeclaringClass();
      boolean open =
          Modifier.isPublic(declarer.getModifiers())
              && declarer
                  .getModule()
                  .isExported(declarer.getPackageName(), PoolAccessors.class.getModule());
      return open && result.isAssignableFrom(method.getReturnType()) ? method : null;
    } catch (NoSuchMethodException | LinkageError lacking) {
      return null;
    }
  }

  /** Leaves the event as it is where the pool does not tell. */
  static void read(Object pool, ExecutorSampleEvent event) {
    PoolAccessors of = OF.get(pool.getClass());
    boolean tellsActive = of.active != null || of.idle != null;
    if (of.queue == null || !tellsActive || of.size == null || of.maximum == null) {
      return;
    }
    try {
      Object queued = of.queue.invoke(pool);
      event.queueLength = queued instanceof Collection<?> tasks ? tasks.size() : (int) queued;
      event.size = (int) of.size.invoke(pool);
      event.active = of.active(pool, event);
      event.maximum = (int) of.maximum.invoke(pool);
    } catch (ReflectiveOperationException failsInTheHost) {
      event.maximum = 0;
    }
  }

  /**
   * Undertow's pool does not count and says -1; while tasks queue, all of its threads are busy. Of
   * Jetty's all are that are not idle: those which it keeps in reserve take nothing from the queue.
   */
  private int active(Object pool, ExecutorSampleEvent event) throws ReflectiveOperationException {
    if (active == null) {
      return Math.max(0, event.size - (int) idle.invoke(pool));
    }
    int told = (int) active.invoke(pool);
    int guessed = event.queueLength > 0 ? event.size : 0;
    return told < 0 ? guessed : told;
  }
}
