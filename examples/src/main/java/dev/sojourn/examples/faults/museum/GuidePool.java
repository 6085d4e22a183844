package dev.sojourn.examples.faults.museum;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A home-made pool of database sessions; if faulty, it has too few of them. */
public final class GuidePool implements Scenario {
  private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(16);

  private record Session(int number) {
    void query() throws InterruptedException {
      Thread.sleep(25);
    }
  }

  @Override
  public void run(boolean faulty, Deadline deadline) {
    for (int number = 0; number < (faulty ? 2 : 14); number++) {
      idle.add(new Session(number));
    }
    ExecutorService desks = Executors.newFixedThreadPool(14, new NamedThreads("desk"));
    Callers.come(76, deadline, number -> desks.execute(new BookTour()));
  }

  private final class BookTour implements Runnable {
    @Override
    public void run() {
      try {
        Session session = idle.take();
        try {
          session.query();
        } finally {
          idle.add(session);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
