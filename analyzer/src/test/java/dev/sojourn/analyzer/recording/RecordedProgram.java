package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/** A program that makes events of many types; recorded in the test's JVM and in forked ones. */
final class RecordedProgram {
  static final String LONG_TEXT = "a text that is long enough for the pool of strings";

  @Name("test.Everything")
  @Label("Every type of field")
  static class Everything extends Event {
    boolean flag;
    byte tiny;
    short small;
    char letter;
    int number;
    long big;
    float real;
    double precise;
    String text;
    Class<?> type;
    Thread thread;

    @Timespan(Timespan.MILLISECONDS)
    long millis;

    @Timespan(Timespan.TICKS)
    long ticks;

    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long instant;
  }

  private static final List<byte[]> RETAINED = new ArrayList<>();

  @SuppressWarnings("UnusedVariable")
  private static volatile Object sink;

  private RecordedProgram() {}

  /** Records into a file: its path, and how often everything happens; new chunks begin between. */
  public static void main(String[] arguments) throws Exception {
    record(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  static void record(Path file, int rounds) throws Exception {
    try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
      for (String name :
          List.of("JavaMonitorEnter", "ThreadPark", "ThreadSleep", "JavaMonitorWait")) {
        recording.enable("jdk." + name).withThreshold(Duration.ZERO).withStackTrace();
      }
      for (String name :
          List.of("SocketRead", "SocketWrite", "FileRead", "FileWrite", "FileForce")) {
        recording.enable("jdk." + name).withThreshold(Duration.ZERO).withStackTrace();
      }
      recording.enable("jdk.OldObjectSample").with("cutoff", "infinity").withStackTrace();
      recording.start();
      for (int i = 0; i < rounds; i++) {
        run();
        if (i + 1 < rounds) {
          // another recording that starts or ends makes the JVM begin a new chunk
          try (Recording rotation = new Recording()) {
            rotation.start();
          }
        }
      }
      recording.dump(file);
    }
  }

  private static void run() throws Exception {
    commitEverything();
    contend();
    useFiles();
    useSockets();
    for (int i = 0; i < 2_000; i++) {
      RETAINED.add(new byte[1_024]);
      sink = new long[2_048];
    }
    System.gc();
    startVirtualThread();
    Thread renamed = new Thread(RecordedProgram::park, "before");
    renamed.start();
    renamed.setName("after");
    LockSupport.unpark(renamed);
    renamed.join();
  }

  private static void park() {
    LockSupport.parkNanos(2_000_000);
    new Everything().commit();
    Thread.currentThread().setName("at last");
    new Everything().commit();
  }

  private static void commitEverything() {
    String[] texts = {null, "", "kurz", "größer", "読", LONG_TEXT, LONG_TEXT, "ä".repeat(200)};
    long[] numbers = {0, 1, -1, 127, 128, -128, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE};
    for (String text : texts) {
      for (long number : numbers) {
        Everything event = new Everything();
        event.begin();
        event.flag = number > 0;
        event.tiny = (byte) number;
        event.small = (short) number;
        event.letter = (char) number;
        event.number = (int) number;
        event.big = number;
        event.real = number / 3f;
        event.precise = number / 3d;
        event.text = text;
        event.type = number == 0 ? null : number == 1 ? int[].class : String[].class;
        event.thread = number == 0 ? null : Thread.currentThread();
        event.millis = number;
        event.ticks = number;
        event.instant = number;
        event.commit();
      }
    }
  }

  @SuppressWarnings({"StaticGuardedByInstance", "WaitNotInLoop"})
  private static void contend() throws InterruptedException {
    Object lock = new Object();
    CountDownLatch started = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              started.countDown();
              synchronized (lock) {
                sink = lock;
              }
            },
            "contender");
    synchronized (lock) {
      thread.start();
      started.await();
      Thread.sleep(20);
      lock.wait(1);
    }
    thread.join();
  }

  private static void useFiles() throws IOException {
    Path file = Files.createTempFile("recorded", ".txt");
    Files.writeString(file, LONG_TEXT);
    sink = Files.readString(file);
    Files.delete(file);
  }

  private static void useSockets() throws IOException, InterruptedException {
    AtomicLong received = new AtomicLong();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread client =
          new Thread(
              () -> {
                try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                  socket.getOutputStream().write(new byte[10_000]);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      client.start();
      try (Socket socket = server.accept()) {
        received.addAndGet(socket.getInputStream().readAllBytes().length);
      }
      client.join();
    }
    sink = received;
  }

  private static void startVirtualThread()
      throws ReflectiveOperationException, InterruptedException {
    if (Runtime.version().feature() >= 21) {
      Runnable task = RecordedProgram::park;
      Object thread =
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
      ((Thread) thread).join();
    }
  }
}
