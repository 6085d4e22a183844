package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.event.EventSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads JFR recordings: files of one or more chunks, and folders of them, whole or damaged. Chunks
 * are read independently, several at once, each in constant memory.
 *
 * <p>A fault in an input is no exception: it becomes a {@link Damage} of the result, and all that
 * is whole is delivered. Instances are immutable and may be shared.
 */
public final class RecordingReader {
  private final int threads;
  private final Progress progress;

  /**
   * A reader.
   *
   * @param threads how many chunks are read at once
   * @param progress told after each chunk, by the thread that calls {@link #read}
   */
  public RecordingReader(int threads, Progress progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more: " + threads);
    }
    this.threads = threads;
    this.progress = progress;
  }

  /** A reader that uses all processors. */
  public RecordingReader() {
    this(Runtime.getRuntime().availableProcessors(), Progress.NONE);
  }

  /**
   * Reads inputs.
   *
   * @param inputs files and folders
   * @param open makes the sink of a chunk; called by several threads at once
   * @param finished takes a sink when all events of its chunk are in it; called by this thread
   *     only, chunk by chunk in the order of their time, so that the result does not depend on the
   *     number of threads
   */
  public <S extends EventSink> ReadResult read(
      List<Path> inputs, Function<Chunk, S> open, Consumer<S> finished) {
    List<Damage> damages = new ArrayList<>();
    List<ReadResult.Duplicate> duplicates = new ArrayList<>();
    List<ChunkSpan> spans = distinct(scan(inputs, damages), duplicates);
    Delivery<S> delivery = new Delivery<>(finished, damages, total(spans));
    if (threads == 1 || spans.size() < 2) {
      spans.forEach(span -> delivery.take(span, readChunk(span, open)));
    } else {
      readAtOnce(spans, open, delivery);
    }
    return new ReadResult(
        List.copyOf(delivery.chunks),
        List.copyOf(duplicates),
        List.copyOf(damages),
        delivery.events,
        delivery.totalBytes);
  }

  private static List<ChunkSpan> scan(List<Path> inputs, List<Damage> damages) {
    List<ChunkSpan> spans = new ArrayList<>();
    for (Path file : RecordingFiles.of(inputs, damages)) {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ChunkScanner.Scan scan = ChunkScanner.scan(file, file.toString(), channel);
        spans.addAll(scan.spans());
        damages.addAll(scan.damages());
      } catch (IOException e) {
        damages.add(Faults.unreadable(file.toString(), e));
      }
    }
    return spans;
  }

  /** One copy of each chunk, the best, in the order of their time. */
  private static List<ChunkSpan> distinct(
      List<ChunkSpan> spans, List<ReadResult.Duplicate> duplicates) {
    Map<String, ChunkSpan> best = new HashMap<>();
    for (ChunkSpan span : spans) {
      best.merge(
          span.header().identity(), span, (kept, copy) -> copy.betterThan(kept) ? copy : kept);
    }
    for (ChunkSpan span : spans) {
      ChunkSpan kept = best.get(span.header().identity());
      if (kept != span) {
        duplicates.add(new ReadResult.Duplicate(span.name(), span.index(), kept.name()));
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingLong((ChunkSpan span) -> span.header().startEpochNanos())
                .thenComparing(span -> span.header().identity()))
        .toList();
  }

  private static long total(List<ChunkSpan> spans) {
    return spans.stream().mapToLong(ChunkSpan::lengthBytes).sum();
  }

  private <S extends EventSink> void readAtOnce(
      List<ChunkSpan> spans, Function<Chunk, S> open, Delivery<S> delivery) {
    ExecutorService executor = Executors.newFixedThreadPool(threads, RecordingReader::thread);
    Deque<Future<ReadChunk<S>>> pending = new ArrayDeque<>();
    try {
      int next = 0;
      for (ChunkSpan span : spans) {
        // one more than there are threads, so that none waits while the oldest is delivered
        while (next < spans.size() && pending.size() <= threads) {
          ChunkSpan ahead = spans.get(next++);
          pending.add(executor.submit(() -> readChunk(ahead, open)));
        }
        delivery.take(span, await(pending.remove()));
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "recording-reader");
    thread.setDaemon(true);
    return thread;
  }

  private static <S extends EventSink> ReadChunk<S> await(Future<ReadChunk<S>> pending) {
    try {
      return pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <S extends EventSink> ReadChunk<S> readChunk(
      ChunkSpan span, Function<Chunk, S> open) {
    try (FileChannel channel = FileChannel.open(span.path(), READ)) {
      return ChunkReader.read(span, channel, open);
    } catch (IOException e) {
      return new ReadChunk<>(null, null, List.of(Faults.unreadable(span.name(), e)), 0);
    }
  }

  /** Hands over what was read, in order. */
  private final class Delivery<S extends EventSink> {
    private final Consumer<S> finished;
    private final List<Damage> damages;
    private final long totalBytes;
    private final List<Chunk> chunks = new ArrayList<>();
    private long doneBytes;
    private long events;

    Delivery(Consumer<S> finished, List<Damage> damages, long totalBytes) {
      this.finished = finished;
      this.damages = damages;
      this.totalBytes = totalBytes;
    }

    void take(ChunkSpan span, ReadChunk<S> read) {
      damages.addAll(read.damages());
      if (read.chunk() != null) {
        chunks.add(read.chunk());
        events += read.events();
        finished.accept(read.sink());
      }
      doneBytes += span.lengthBytes();
      progress.read(doneBytes, totalBytes);
    }
  }
}
