package dev.sojourn.examples.faults;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.LongUnaryOperator;

/**
 * Another company's web server on loopback: each call takes as long as a function of its number
 * says, in milliseconds; a negative time is the duration of a failure. Each call has a thread of
 * its own.
 */
public final class WebNeighbour implements AutoCloseable {
  private final HttpServer server;
  private long calls;

  public WebNeighbour(String name, LongUnaryOperator millis) throws IOException {
    // without it, Nagle's algorithm holds back small answers for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    NamedThreads threads = new NamedThreads(name);
    server.setExecutor(task -> threads.newThread(task).start());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            long time = millis.applyAsLong(next());
            Neighbour.after(Math.abs(time), "");
            exchange.sendResponseHeaders(time < 0 ? 503 : 200, -1);
          }
        });
    server.start();
  }

  private synchronized long next() {
    return calls++;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
