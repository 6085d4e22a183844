package dev.sojourn.analyzer.truth;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** What jobs wait for: a server, a pipe in the file system, holders of locks. */
final class Peers implements AutoCloseable {
  private static final long ANSWER_MILLIS = 40;

  private final ServerSocket server;
  private final Socket client;
  private final FileInputStream pipe;
  private final FileOutputStream feed;

  private Peers(ServerSocket server, Socket client, FileInputStream pipe, FileOutputStream feed) {
    this.server = server;
    this.client = client;
    this.pipe = pipe;
    this.feed = feed;
  }

  static Peers open(Path folder) throws IOException, InterruptedException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
    Socket accepted = server.accept();
    background("server", () -> answer(accepted));
    Path path = folder.resolve("pipe");
    if (!makePipe(path)) {
      return new Peers(server, client, null, null);
    }
    // each end opens only together with the other
    FileOutputStream[] feed = new FileOutputStream[1];
    Thread opener = background("opener", () -> feed[0] = new FileOutputStream(path.toFile()));
    FileInputStream pipe = new FileInputStream(path.toFile());
    opener.join();
    return new Peers(server, client, pipe, feed[0]);
  }

  boolean hasPipe() {
    return pipe != null;
  }

  /** Asks the server, which takes its time. */
  void ask() {
    try {
      client.getOutputStream().write(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for what the server answers. */
  void readAnswer() throws IOException {
    if (client.getInputStream().read() < 0) {
      throw new IOException("no answer");
    }
  }

  /** Lets somebody write into the pipe, who takes his time. */
  void feedPipe() {
    background(
        "writer",
        () -> {
          Thread.sleep(ANSWER_MILLIS);
          feed.write(1);
        });
  }

  /** Waits for what comes out of the pipe. */
  void readPipe() throws IOException {
    if (pipe.read() < 0) {
      throw new IOException("the pipe is closed");
    }
  }

  /** Lets another thread hold a lock from now on. */
  void hold(ReentrantLock lock, long nanos) {
    CountDownLatch held = new CountDownLatch(1);
    background(
        "holder",
        () -> {
          lock.lock();
          try {
            held.countDown();
            Thread.sleep(nanos / 1_000_000);
          } finally {
            lock.unlock();
          }
        });
    awaitUninterruptibly(held);
  }

  /** Lets another thread hold a monitor from now on. */
  void hold(Object monitor, long nanos) {
    CountDownLatch held = new CountDownLatch(1);
    background(
        "holder",
        () -> {
          synchronized (monitor) {
            held.countDown();
            Thread.sleep(nanos / 1_000_000);
          }
        });
    awaitUninterruptibly(held);
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    if (hasPipe()) {
      feed.close();
      pipe.close();
    }
  }

  private static void answer(Socket socket) throws IOException, InterruptedException {
    while (socket.getInputStream().read() >= 0) {
      Thread.sleep(ANSWER_MILLIS);
      socket.getOutputStream().write(1);
    }
  }

  private static boolean makePipe(Path path) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private interface Work {
    void pass() throws IOException, InterruptedException;
  }

  private static Thread background(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.pass();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
