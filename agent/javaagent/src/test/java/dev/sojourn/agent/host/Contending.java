package dev.sojourn.agent.host;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads, virtual ones if it is told {@code virtual}, that wait for one another at a block and at
 * two synchronized methods until its input ends. Prints a line now and then, and at last that
 * nothing was lost.
 */
public final class Contending {
  private static final int THREADS = 3;
  private static final int ROUNDS_PER_LINE = 50;
  private static final AtomicBoolean ENDED = new AtomicBoolean();

  private final Object stock = new Object();
  private long inBlock;
  private long inMethod;
  private static long inClass;

  private Contending() {}

  public static void main(String[] arguments) throws Exception {
    Contending contending = new Contending();
    long[] rounds = new long[THREADS];
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int own = i;
      threads[i] = start(arguments[0], () -> rounds[own] = contending.contend());
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    ENDED.set(true);
    long all = 0;
    for (int i = 0; i < THREADS; i++) {
      threads[i].join();
      all += rounds[i];
    }
    long counted = contending.inBlock + contending.inMethod + inClass;
    System.out.println(counted == 3 * all ? "nothing was lost" : counted + " of 3 * " + all);
  }

  private static Thread start(String kind, Runnable work) throws ReflectiveOperationException {
    if (kind.equals("virtual")) {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }
    Thread thread = new Thread(work, "contender");
    thread.start();
    return thread;
  }

  private long contend() {
    long rounds = 0;
    while (!ENDED.get()) {
      round();
      rounds++;
      if (rounds % ROUNDS_PER_LINE == 0) {
        System.out.println("round " + rounds);
      }
    }
    return rounds;
  }

  /** A method of its own: a loop that runs already goes on with the bytecode that it began with. */
  private void round() {
    if (Quiet.touch() < 0) {
      throw new IllegalStateException("counted too far");
    }
    synchronized (stock) {
      inBlock++;
      pause();
    }
    touch(1L, "reason", 1);
    touchClass(1L);
  }

  private synchronized int touch(long factor, String reason, int more) {
    pause();
    inMethod += factor * more;
    return reason.length();
  }

  private static synchronized void touchClass(long more) {
    pause();
    inClass += more;
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** Nobody ever waits here, for each thread has an object of its own. */
  private static final class Quiet {
    private static final ThreadLocal<Quiet> OWN = ThreadLocal.withInitial(Quiet::new);
    private int counter;

    static int touch() {
      return OWN.get().count();
    }

    private synchronized int count() {
      return counter++;
    }
  }
}
