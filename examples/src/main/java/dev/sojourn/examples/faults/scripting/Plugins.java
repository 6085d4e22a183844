package dev.sojourn.examples.faults.scripting;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs scripts in class loaders of their own; if faulty, a registry keeps each of them. */
public final class Plugins implements Scenario {
  private final List<Object> registry = new CopyOnWriteArrayList<>();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService runners = Executors.newFixedThreadPool(2, new NamedThreads("script"));
    Callers.come(40, deadline, number -> runners.execute(new RunScript(faulty)));
  }

  private final class RunScript implements Runnable {
    private final boolean kept;

    private RunScript(boolean kept) {
      this.kept = kept;
    }

    @Override
    public void run() {
      ClassLoader loader = new URLClassLoader(new URL[0], Plugins.class.getClassLoader());
      Object script =
          Proxy.newProxyInstance(
              loader, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null);
      ((Runnable) script).run();
      if (kept) {
        registry.add(script);
      }
    }
  }
}
