package dev.sojourn.agent.host;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks a server by the JDK's HTTP client; prints its port. */
public final class Asker {
  private static final int RUNS = 3;
  private static final int ANSWER_MILLIS = 20;

  private Asker() {}

  public static void main(String[] arguments) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            Thread.sleep(ANSWER_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    System.out.println(port);
    HttpClient client = HttpClient.newHttpClient();
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < RUNS; i++) {
      pool.submit(new Ask(client, port)).get();
    }
    pool.shutdown();
    server.stop(0);
  }

  private record Ask(HttpClient client, int port) implements Runnable {
    @Override
    public void run() {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pay")).build();
      try {
        client.send(request, HttpResponse.BodyHandlers.discarding());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
