package dev.sojourn.examples.faults.taxi;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import dev.sojourn.examples.faults.WebNeighbour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Finds a taxi by a geocoder and a fleet service; if faulty, the geocoder answers slowly. */
public final class Geocoding implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    ExecutorService dispatch = Executors.newFixedThreadPool(12, new NamedThreads("dispatch"));
    try (WebNeighbour geocoder = new WebNeighbour("geocoder", call -> faulty ? 120 : 4);
        WebNeighbour fleet = new WebNeighbour("fleet", call -> 5)) {
      Callers.come(
          40,
          deadline,
          number -> dispatch.execute(new FindTaxi(geocoder.address(), fleet.address())));
    }
  }

  private record FindTaxi(URI geocoder, URI fleet) implements Runnable {
    @Override
    public void run() {
      get(geocoder);
      get(fleet);
    }

    private static void get(URI address) {
      try {
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
        call.setReadTimeout(3_000);
        call.getResponseCode();
        call.getInputStream().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
