package dev.sojourn.agent.bootstrap.executor;

import dev.sojourn.agent.bootstrap.event.ExecutorSampleEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;

/**
 * How full a pool is that does not extend the JDK's: asked by the names that it shares with it, as
 * Tomcat's copy does. Each class is looked at once and not retained.
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
    queue = accessor(type, "getQueue", Collection.class);
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
      event.queueLength = ((Collection<?>) of.queue.invoke(pool)).size();
      event.active = (int) of.active.invoke(pool);
      event.size = (int) of.size.invoke(pool);
      event.maximum = (int) of.maximum.invoke(pool);
    } catch (ReflectiveOperationException failsInTheHost) {
      event.maximum = 0;
    }
  }
}
