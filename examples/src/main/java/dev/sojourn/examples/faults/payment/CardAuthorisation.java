package dev.sojourn.examples.faults.payment;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Line;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Neighbour;
import dev.sojourn.examples.faults.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Authorises cards; if faulty, most attempts are refused as busy and repeated at once. */
public final class CardAuthorisation implements Scenario {
  private static final int MOST_ATTEMPTS = 12;

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    AtomicLong asked = new AtomicLong();
    ExecutorService tills = Executors.newFixedThreadPool(10, new NamedThreads("till"));
    try (Neighbour issuer =
        new Neighbour(
            "issuer",
            card ->
                Neighbour.after(3, faulty && asked.incrementAndGet() % 8 != 0 ? "busy" : "ok"))) {
      Callers.come(60, deadline, number -> tills.execute(new Authorise(issuer.port())));
    }
  }

  private record Authorise(int port) implements Runnable {
    @Override
    public void run() {
      for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        try {
          ask();
          return;
        } catch (IOException e) {
          if (attempt == MOST_ATTEMPTS) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }

    private void ask() throws IOException {
      try (Line line = new Line(port)) {
        if (line.ask("authorise").equals("busy")) {
          throw new IOException("the issuer is busy");
        }
      }
    }
  }
}
