package dev.sojourn.agent.lock.host;

/** Virtual threads that enter a monitor one after the other. */
public final class VirtualMonitors {
  /** How many. */
  public static final int THREADS = 5;

  private static final Object MONITOR = new Object();

  private VirtualMonitors() {}

  public static void run() throws Exception {
    Thread[] threads = new Thread[THREADS];
    synchronized (MONITOR) {
      for (int i = 0; i < threads.length; i++) {
        threads[i] = Actors.startVirtual(VirtualMonitors::hold);
      }
      for (Thread thread : threads) {
        Actors.until(() -> thread.getState() == Thread.State.BLOCKED);
      }
      Thread.sleep(5);
    }
    Actors.join(threads);
  }

  private static void hold() throws InterruptedException {
    synchronized (MONITOR) {
      Thread.sleep(5);
    }
  }
}
