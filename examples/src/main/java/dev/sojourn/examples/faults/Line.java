package dev.sojourn.examples.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to a {@link Neighbour}. Not thread-safe. */
public final class Line implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader answers;

  public Line(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.answers =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Says one line and waits for the answer. */
  public String ask(String question) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((question + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return answers.readLine();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
