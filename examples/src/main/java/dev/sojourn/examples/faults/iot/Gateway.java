package dev.sojourn.examples.faults.iot;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Line;
import dev.sojourn.examples.faults.Neighbour;
import dev.sojourn.examples.faults.Scenario;
import dev.sojourn.examples.faults.VirtualThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;

/** Forwards messages of devices in virtual threads; if faulty, the broker answers slowly. */
public final class Gateway implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline)
      throws IOException, ReflectiveOperationException {
    ExecutorService messages = VirtualThreads.perTask();
    try (Neighbour broker = new Neighbour("broker", m -> Neighbour.after(faulty ? 130 : 4, "ok"))) {
      Callers.come(60, deadline, number -> messages.execute(new Forward(broker.port())));
    }
  }

  private record Forward(int port) implements Runnable {
    @Override
    public void run() {
      try (Line line = new Line(port)) {
        line.ask("forward");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
