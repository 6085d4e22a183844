package dev.sojourn.agent.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;

/**
 * Forks subtasks in structured task scopes and counts them itself. The scopes are a preview of
 * later JDKs, so they are called by reflection.
 */
public final class Scopes {
  private static final int ROUNDS = 10;

  private Scopes() {}

  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    Method forkCallable = type.getMethod("fork", Callable.class);
    Method forkRunnable = type.getMethod("fork", Runnable.class);
    for (int i = 0; i < ROUNDS; i++) {
      try (var scope = (AutoCloseable) type.getMethod("open").invoke(null)) {
        forkCallable.invoke(scope, new Ask());
        forkRunnable.invoke(scope, new Act());
        type.getMethod("join").invoke(scope);
      }
    }
    try (var scope = (AutoCloseable) type.getMethod("open").invoke(null)) {
      forkCallable.invoke(scope, new Fail());
      type.getMethod("join").invoke(scope);
    } catch (InvocationTargetException failed) {
      Counts.fail(Fail.class.getName());
    }
    Counts.print();
  }

  private static final class Ask implements Callable<Integer> {
    @Override
    public Integer call() {
      Counts.add(Ask.class.getName());
      return 0;
    }
  }

  private static final class Act implements Runnable {
    @Override
    public void run() {
      Counts.add(Act.class.getName());
    }
  }

  private static final class Fail implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      Counts.add(Fail.class.getName());
      throw new Exception("told");
    }
  }
}
