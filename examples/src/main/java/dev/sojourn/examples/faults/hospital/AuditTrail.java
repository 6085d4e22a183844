package dev.sojourn.examples.faults.hospital;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ForkJoinPool;

/**
 * Opens patient records; if faulty, the audit trail is cut to its last entries inside its monitor.
 */
public final class AuditTrail implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    Path file = Files.createTempFile("audit", ".log");
    ForkJoinPool nurses = new ForkJoinPool(6);
    try (Trail trail = new Trail(file)) {
      Callers.come(120, deadline, number -> nurses.execute(new OpenRecord(trail, number, faulty)));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private record OpenRecord(Trail trail, long number, boolean faulty) implements Runnable {
    @Override
    public void run() {
      trail.write("record " + number + " opened\n");
      if (faulty && number % 150 == 0) {
        trail.compact();
      }
    }
  }

  private static final class Trail implements AutoCloseable {
    private static final int COPIES = 12;
    private static final int MEGABYTE = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer page = ByteBuffer.allocateDirect(MEGABYTE);

    Trail(Path file) throws IOException {
      this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    synchronized void write(String entry) {
      try {
        channel.write(ByteBuffer.wrap(entry.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized void compact() {
      try {
        for (int copy = 0; copy < COPIES; copy++) {
          page.clear();
          channel.write(page, 0);
          channel.force(true);
          Thread.sleep(10);
        }
        channel.truncate(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public synchronized void close() throws IOException {
      channel.close();
    }
  }
}
