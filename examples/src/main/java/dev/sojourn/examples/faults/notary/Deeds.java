package dev.sojourn.examples.faults.notary;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Files deeds; if faulty, each page is forced to disk by itself. */
public final class Deeds implements Scenario {
  private static final int PAGES = 24;

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    Path folder = Files.createTempDirectory("deeds");
    ExecutorService clerks = Executors.newFixedThreadPool(4, new NamedThreads("notary"));
    Callers.come(25, deadline, number -> clerks.execute(new FileDeed(folder, number % 20, faulty)));
  }

  private record FileDeed(Path folder, long number, boolean forced) implements Runnable {
    @Override
    public void run() {
      Path file = folder.resolve("deed-" + number);
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer page = ByteBuffer.allocate(64 * 1024);
        for (int written = 0; written < PAGES; written++) {
          channel.write(page.rewind());
          if (forced) {
            channel.force(true);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
