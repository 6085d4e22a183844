package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;

/** Handlers of Undertow, which run in JBoss's pool; one of them fails. */
public final class UndertowJobs {
  private static final String NAME = UndertowJobs.class.getName();
  private static final int WORKERS = 3;

  private UndertowJobs() {}

  public static void main(String[] arguments) throws Exception {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "localhost")
            .setIoThreads(1)
            .setWorkerThreads(WORKERS)
            .setHandler(
                Handlers.path()
                    .addExactPath("/orders", new BlockingHandler(new Orders()))
                    .addExactPath("/broken", new BlockingHandler(new Broken())))
            .build();
    server.start();
    var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    Requests requests = new Requests(address.getPort());
    for (int i = 0; i < 30; i++) {
      requests.ask(i < 26 ? "orders" : "broken", i < 26 ? 200 : 500);
    }
    server.stop();
    Counts.print();
  }

  private static final class Orders implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) {
      Counts.add(NAME + "$Orders");
      exchange.setStatusCode(200);
    }
  }

  private static final class Broken implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) {
      Counts.add(NAME + "$Broken");
      Counts.fail(NAME + "$Broken");
      throw new IllegalStateException("broken");
    }
  }
}
