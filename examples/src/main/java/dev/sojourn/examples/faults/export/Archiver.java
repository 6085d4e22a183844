package dev.sojourn.examples.faults.export;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Exports files; if faulty, every export starts an executor that nobody shuts down. */
public final class Archiver implements Scenario {
  private final ExecutorService packers =
      Executors.newFixedThreadPool(4, new NamedThreads("packer"));

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService requests = Executors.newFixedThreadPool(4, new NamedThreads("export"));
    Callers.come(20, deadline, number -> requests.execute(new Export(faulty)));
  }

  private final class Export implements Runnable {
    private final boolean ownExecutor;

    private Export(boolean ownExecutor) {
      this.ownExecutor = ownExecutor;
    }

    @Override
    public void run() {
      ExecutorService executor =
          ownExecutor ? Executors.newFixedThreadPool(1, new NamedThreads("zip")) : packers;
      executor.execute(new Zip());
    }
  }

  private static final class Zip implements Runnable {
    @Override
    public void run() {
      byte[] block = new byte[20_000];
      for (int index = 1; index < block.length; index++) {
        block[index] = (byte) (block[index - 1] * 31 + index);
      }
    }
  }
}
