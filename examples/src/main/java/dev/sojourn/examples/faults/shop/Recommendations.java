package dev.sojourn.examples.faults.shop;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import dev.sojourn.examples.faults.WebNeighbour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Recommends goods by a call with the JDK's HTTP client; if faulty, the answers take long. */
public final class Recommendations implements Scenario {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    ExecutorService pages = Executors.newFixedThreadPool(10, new NamedThreads("page"));
    try (WebNeighbour model = new WebNeighbour("model", call -> faulty ? 110 : 4)) {
      Callers.come(40, deadline, number -> pages.execute(new ShowPage(model.address())));
    }
  }

  private final class ShowPage implements Runnable {
    private final URI model;

    private ShowPage(URI model) {
      this.model = model;
    }

    @Override
    public void run() {
      try {
        client.send(HttpRequest.newBuilder(model).build(), BodyHandlers.discarding());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
