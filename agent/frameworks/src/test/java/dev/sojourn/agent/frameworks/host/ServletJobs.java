package dev.sojourn.agent.frameworks.host;

import dev.sojourn.agent.host.Counts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.util.concurrent.Executor;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Servlets of both name spaces, in Tomcat and Jetty, one of which fails. */
public final class ServletJobs {
  private static final String NAME = ServletJobs.class.getName();

  /** Kept until the end, since the last sample of a pool may be its first. */
  private static Executor pool;

  private ServletJobs() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "tomcat" -> tomcat(new Orders(), new Broken());
      case "spring" -> tomcat(new DispatcherServlet(controllers()), new Broken());
      case "jetty" -> jetty(jakarta());
      default -> jetty(javax());
    }
    Counts.print();
    Reference.reachabilityFence(pool);
  }

  private static WebApplicationContext controllers() {
    var context = new AnnotationConfigWebApplicationContext();
    context.register(Controllers.class);
    return context;
  }

  private static void tomcat(Servlet orders, Servlet broken) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setSilent(true);
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "orders", orders).addMapping("/orders");
    Tomcat.addServlet(context, "broken", broken).addMapping("/broken");
    tomcat.getConnector();
    tomcat.start();
    pool = tomcat.getConnector().getProtocolHandler().getExecutor();
    ask(tomcat.getConnector().getLocalPort());
    tomcat.stop();
    tomcat.destroy();
  }

  private static Handler jakarta() {
    var context = new org.eclipse.jetty.ee10.servlet.ServletContextHandler();
    context.addServlet(Orders.class, "/orders");
    context.addServlet(new Broken(), "/broken");
    return context;
  }

  private static Handler javax() {
    var context = new org.eclipse.jetty.ee8.servlet.ServletContextHandler();
    context.addServlet(JavaxServlets.Orders.class, "/orders");
    context.addServlet(JavaxServlets.Broken.class, "/broken");
    return context.get();
  }

  private static void jetty(Handler handler) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool();
    // else a thread that reads from connections may handle what it finds, which then waits nowhere
    threads.setReservedThreads(0);
    pool = threads;
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    ask(connector.getLocalPort());
    server.stop();
  }

  private static void ask(int port) throws IOException, InterruptedException {
    Requests requests = new Requests(port);
    for (int i = 0; i < 30; i++) {
      requests.ask("orders", 200);
    }
    for (int i = 0; i < 4; i++) {
      requests.ask("broken", 500);
    }
  }

  /** Methods that Spring's servlet calls. */
  @EnableWebMvc
  @Controller
  public static class Controllers {
    @GetMapping("/orders")
    public ResponseEntity<Void> orders() {
      Counts.add(Controllers.class.getName() + ".orders");
      return ResponseEntity.ok().build();
    }
  }

  /** A servlet that answers. */
  public static final class Orders extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      Counts.add(NAME + "$Orders");
      response.setStatus(200);
    }
  }

  /** A servlet that fails. */
  public static final class Broken extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      Counts.add(NAME + "$Broken");
      Counts.fail(NAME + "$Broken");
      throw new IllegalStateException("broken");
    }
  }
}
