package dev.sojourn.agent.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks an HTTP server of the JDK, whose handlers count the requests. */
final class Served {
  private static final String NAME = Served.class.getName();

  private Served() {}

  static void run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.setExecutor(pool);
    server.createContext("/class", new ByClass());
    server.createContext("/lambda", Served::answer);
    server.start();
    for (int i = 0; i < 5; i++) {
      ask(server, "/class");
      ask(server, "/lambda");
      ask(server, "/nobody");
    }
    server.stop(0);
    pool.shutdown();
    if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
      System.out.println("the server's pool does not end");
    }
  }

  private static void ask(HttpServer server, String path) throws IOException {
    int port = server.getAddress().getPort();
    String host = server.getAddress().getAddress().getHostAddress();
    HttpURLConnection asking =
        (HttpURLConnection) new URL("http", host, port, path).openConnection();
    asking.getResponseCode();
    asking.disconnect();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Counts.add(NAME + ".answer");
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static final class ByClass implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
      Counts.add(ByClass.class.getName());
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }
}
