package dev.sojourn.agent.bootstrap.executor;

import dev.sojourn.agent.bootstrap.event.ExecutorSampleEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;

/**
 * How full a pool is that does not extend the JDK's: asked by the names that it shares with it, as
 * Tomcat's copy and JBoss's pool do. Each class is looked at once and not retained.
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
  private final Method size;
  private final Method maximum;

  private PoolAccessors(Class<?> type) {
    Method length = accessor(type, "getQueueSize", int.class);
    queue = length == null ? accessor(type, "getQueue", Collection.class) : length;
    active = accessor(type, "getActiveCount", int.class);
    size = accessor(type, "getPoolSize", int.class);
    maximum = accessor(type, "getMaximumPoolSize", int.class);
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
    if (of.queue == null || of.active == null || of.size == null || of.maximum == null) {
      return;
    }
    try {
      Object queued = of.queue.invoke(pool);
      event.queueLength = queued instanceof Collection<?> tasks ? tasks.size() : (int) queued;
      event.size = (int) of.size.invoke(pool);
      event.active = active((int) of.active.invoke(pool), event);
      event.maximum = (int) of.maximum.invoke(pool);
    } catch (ReflectiveOperationException failsInTheHost) {
      event.maximum = 0;
    }
  }

  /** Undertow's pool does not count and says -1; while tasks queue, all of its threads are busy. */
  private static int active(int told, ExecutorSampleEvent event) {
    int guessed = event.queueLength > 0 ? event.size : 0;
    return told < 0 ? guessed : told;
  }
}
