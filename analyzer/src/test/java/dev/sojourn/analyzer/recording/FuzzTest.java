package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads recordings with random damages. {@code -Dfuzz.mutations=1000000} makes it long, {@code
 * -Dfuzz.seed} sets the first seed, {@code -Dfuzz.threads} how many are read at once. What a fault
 * was found with is kept in {@code target/fuzz}, for recordings differ from run to run.
 */
class FuzzTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 1_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
  private static final int THREADS = Integer.getInteger("fuzz.threads", 1);

  /** Far beyond what any file of this size takes: reached only by a reader that hangs. */
  private static final Duration HANGING = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("dev.sojourn.analyzer.recording.Recordings#features")
  void damagedRecording_isReadToItsEnd(int feature) throws Exception {
    List<byte[]> whole = bases(Recordings.of(feature));
    AtomicLong seeds = new AtomicLong(FIRST_SEED);
    List<Worker> workers = new ArrayList<>();
    ExecutorService executor = Executors.newFixedThreadPool(THREADS, FuzzTest::daemon);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Worker worker = new Worker(whole, seeds, folder.resolve(i + ".jfr"));
        workers.add(worker);
        all.add(executor.submit(worker));
      }
      for (Future<?> one : all) {
        await(one, workers);
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(workers.stream().mapToLong(worker -> worker.done).sum()).isEqualTo(MUTATIONS);
  }

  /** A recording of some chunks, and the first of them alone: most seeds are for small files. */
  private List<byte[]> bases(Path recording) throws IOException {
    byte[] chunk = Files.readAllBytes(Recordings.chunks(recording, folder).get(0));
    return List.of(Files.readAllBytes(recording), chunk, chunk, chunk);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  private static void await(Future<?> one, List<Worker> workers) throws Exception {
    while (true) {
      try {
        one.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        for (Worker worker : workers) {
          worker.checkAlive();
        }
      }
    }
  }

  /** Reads one mutation after the other until all seeds are used. */
  private static final class Worker implements Runnable {
    private final List<byte[]> whole;
    private final AtomicLong seeds;
    private final Path file;
    private volatile long done;
    private long seenDone;
    private long seenNanos = System.nanoTime();

    Worker(List<byte[]> whole, AtomicLong seeds, Path file) {
      this.whole = whole;
      this.seeds = seeds;
      this.file = file;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts
    public void run() {
      long seed = seeds.getAndIncrement();
      while (seed < FIRST_SEED + MUTATIONS && !Thread.currentThread().isInterrupted()) {
        byte[] bytes = Mutation.of(whole.get((int) (seed % whole.size())), seed);
        try {
          Files.write(file, bytes);
          check(file, bytes.length);
        } catch (Throwable e) {
          keep(seed);
          throw new AssertionError("seed " + seed, e);
        }
        done++;
        seed = seeds.getAndIncrement();
      }
    }

    void checkAlive() {
      long now = done;
      if (now != seenDone) {
        seenDone = now;
        seenNanos = System.nanoTime();
      } else if (System.nanoTime() - seenNanos > HANGING.toNanos()) {
        keep(-1);
        throw new AssertionError(file + " is not read to its end");
      }
    }

    private void keep(long seed) {
      try {
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        Files.copy(
            file, Files.createTempFile(folder, "seed" + seed + "-", ".jfr"), REPLACE_EXISTING);
      } catch (Exception e) {
        throw new AssertionError("the file of seed " + seed + " cannot be kept", e);
      }
    }
  }

  private static void check(Path file, int length) {
    ReadResult result = ReadEvents.of(file).result();
    assertThat(result.damages())
        .allMatch(damage -> inside(damage, file, length))
        .allMatch(damage -> damage.missingNanos() >= -1 && !damage.reason().isEmpty());
  }

  private static boolean inside(Damage damage, Path file, int length) {
    return damage.offsetBytes() >= 0
        && damage.offsetBytes() <= length
        && damage.lostBytes() >= 0
        && damage.path().endsWith(file.getFileName().toString());
  }
}
