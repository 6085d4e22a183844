package dev.sojourn.examples.fulfilment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays a company that the service calls: answers on a free loopback port after a while, and
 * declines some calls.
 */
final class PartnerServer implements AutoCloseable {
  private static final int THREADS = 32;
  private static final byte[] ANSWER = "{\"result\":\"ok\"}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService threads;
  private final int answerMillis;
  private final double declinedRatio;
  private final AtomicLong calls = new AtomicLong();

  PartnerServer(String name, int answerMillis, double declinedRatio) throws IOException {
    this.answerMillis = answerMillis;
    this.declinedRatio = declinedRatio;
    this.threads = Executors.newFixedThreadPool(THREADS, new NamedThreads(name + "-http"));
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Thread.sleep(answerMillis);
      exchange.sendResponseHeaders(isDeclined() ? 503 : 200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDeclined() {
    return new SplittableRandom(calls.getAndIncrement()).nextDouble() < declinedRatio;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
