package dev.sojourn.examples.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Another company's server on loopback that speaks lines: it answers each line with one. Its
 * threads are its own, so that they are nobody's jobs.
 */
public final class Neighbour implements AutoCloseable {
  private final ServerSocket server;
  private final UnaryOperator<String> answers;
  private final String name;

  public Neighbour(String name, UnaryOperator<String> answers) throws IOException {
    this.name = name;
    this.answers = answers;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::acceptAll, name + "-accept");
  }

  public int port() {
    return server.getLocalPort();
  }

  /** An answer that takes a while. */
  public static String after(long millis, String answer) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        caller.setTcpNoDelay(true);
        start(() -> serve(caller), name + "-serve");
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.println(answers.apply(line));
      }
    } catch (IOException e) {
      // the caller hung up, which is how conversations end here
    }
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
