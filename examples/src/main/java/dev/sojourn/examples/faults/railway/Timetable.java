package dev.sojourn.examples.faults.railway;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Line;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Neighbour;
import dev.sojourn.examples.faults.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Plain threads take questions from a queue and ask the timetable server; if faulty, it is slow.
 */
public final class Timetable implements Scenario {
  private final BlockingQueue<Runnable> questions = new LinkedBlockingQueue<>();

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    try (Neighbour server =
        new Neighbour("timetable", q -> Neighbour.after(faulty ? 90 : 3, "9"))) {
      NamedThreads threads = new NamedThreads("counter");
      for (int counter = 0; counter < 8; counter++) {
        threads.newThread(() -> serve(server.port(), deadline)).start();
      }
      Callers.come(45, deadline, number -> questions.add(() -> {}));
    }
  }

  private void serve(int port, Deadline deadline) {
    try (Line line = new Line(port)) {
      while (!deadline.passed()) {
        questions.take().run();
        lookUp(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lookUp(Line line) throws IOException {
    return line.ask("next train");
  }
}
