package dev.sojourn.agent.host;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs far more tasks than may be written as events. */
public final class Busy {
  private Busy() {}

  public static void main(String[] arguments) throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      if (i % 5000 == 4999) {
        Thread.sleep(500);
      }
      pool.execute(new Short());
    }
    pool.shutdown();
    pool.awaitTermination(40, TimeUnit.SECONDS);
  }

  private static final class Short implements Runnable {
    @Override
    public void run() {
      Thread.onSpinWait();
    }
  }
}
