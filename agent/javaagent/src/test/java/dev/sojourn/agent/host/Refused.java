package dev.sojourn.agent.host;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tries what fails at once again and again, and what fails once. */
public final class Refused {
  private static final int RUNS = 5;
  private static final int TRIES = 40;

  private Refused() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < RUNS; i++) {
      pool.submit(new Insist()).get();
      pool.submit(new GiveUp()).get();
    }
    pool.shutdown();
  }

  private static void ask(int attempt) throws Busy {
    throw new Busy("busy at attempt " + attempt);
  }

  private static final class Busy extends IOException {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
      super(message);
    }
  }

  private static final class Insist implements Runnable {
    @Override
    public void run() {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        tryOnce(attempt);
      }
    }
  }

  private static final class GiveUp implements Runnable {
    @Override
    public void run() {
      tryOnce(0);
    }
  }

  private static void tryOnce(int attempt) {
    try {
      ask(attempt);
    } catch (Busy again) {
      if (again.getMessage().isEmpty()) {
        throw new IllegalStateException(again);
      }
    }
  }
}
