package dev.sojourn.examples.faults.ads;

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

/** Bids for advertisements; if faulty, the profile server gets slow halfway, and stays so. */
public final class Bidding implements Scenario {
  private static final int USUAL_MILLIS = 5;
  private static final int SLOW_MILLIS = 45;

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    ExecutorService bidders = Executors.newFixedThreadPool(10, new NamedThreads("bidder"));
    try (Neighbour profiles =
        new Neighbour(
            "profiles",
            user ->
                Neighbour.after(
                    faulty && deadline.elapsedRatio() > 0.5 ? SLOW_MILLIS : USUAL_MILLIS, "ok"))) {
      Callers.come(60, deadline, number -> bidders.execute(new Bid(profiles.port())));
    }
  }

  private record Bid(int port) implements Runnable {
    @Override
    public void run() {
      try (Line line = new Line(port)) {
        line.ask("profile");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
