package dev.sojourn.examples.faults;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, which the JDK that this is compiled for does not have yet. */
public final class VirtualThreads {
  private VirtualThreads() {}

  /** An executor that runs each task in a virtual thread of its own. */
  public static ExecutorService perTask() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
