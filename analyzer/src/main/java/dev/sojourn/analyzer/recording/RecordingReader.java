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
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads JFR recordings: files of one or more chunks, compressed by gzip or not, folders of them,
 * and {@code -} for standard input; whole, damaged or unfinished. Chunks are read independently,
 * several at once, each in constant memory.
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
    return read(inputs, open, Function.identity(), finished);
  }

  /**
   * Reads inputs, and makes something of each chunk's events in parallel too.
   *
   * @param inputs files and folders
   * @param open makes the sink of a chunk; called by several threads at once
   * @param close makes of a sink, when all events of its chunk are in it, what is to be handed
   *     over; called by several threads at once
   * @param finished takes that; called by this thread only, chunk by chunk in the order of their
   *     time, so that the result does not depend on the number of threads
   */
  public <S extends EventSink, R> ReadResult read(
      List<Path> inputs, Function<Chunk, S> open, Function<S, R> close, Consumer<R> finished) {
    return select(inputs, EventKinds.SELECTIONS, open, close, finished);
  }

  /** The same of inputs that are open, and may be read again. */
  public <S extends EventSink, R> ReadResult read(
      InputFiles files, Function<Chunk, S> open, Function<S, R> close, Consumer<R> finished) {
    return select(files, EventKinds.SELECTIONS, open, close, finished);
  }

  /**
   * Reads of inputs only what is asked for, and makes something of each chunk's events in parallel
   * too. This is the fastest way.
   *
   * @param inputs files and folders
   * @param selections the events and fields that are asked for; at most one of each event type
   * @param open makes what the selections' takers are given with each event of a chunk; called by
   *     several threads at once
   * @param close makes of that, behind the last event of its chunk, what is to be handed over;
   *     called by several threads at once
   * @param finished takes what was made; called by this thread only, chunk by chunk in the order of
   *     their time, so that the result does not depend on the number of threads
   */
  public <S, R> ReadResult select(
      List<Path> inputs,
      Collection<? extends Selection<? super S>> selections,
      Function<Chunk, S> open,
      Function<S, R> close,
      Consumer<R> finished) {
    try (InputFiles files = InputFiles.of(inputs)) {
      return select(files, selections, open, close, finished);
    }
  }

  private <S, R> ReadResult select(
      InputFiles files,
      Collection<? extends Selection<? super S>> selections,
      Function<Chunk, S> open,
      Function<S, R> close,
      Consumer<R> finished) {
    Chunks chunks = Chunks.of(files);
    Delivery<R> delivery = new Delivery<>(finished, chunks);
    Function<ChunkSpan, ReadChunk<R>> read =
        span -> readChunk(span, selections, open).closedBy(close);
    if (threads == 1 || chunks.spans().size() < 2) {
      chunks.spans().forEach(span -> delivery.take(span, read.apply(span)));
    } else {
      readAtOnce(chunks.spans(), read, delivery);
    }
    return delivery.result();
  }

  private <R> void readAtOnce(
      List<ChunkSpan> spans, Function<ChunkSpan, ReadChunk<R>> read, Delivery<R> delivery) {
    ExecutorService executor = Executors.newFixedThreadPool(threads, RecordingReader::thread);
    Deque<Future<ReadChunk<R>>> pending = new ArrayDeque<>();
    try {
      int next = 0;
      for (ChunkSpan span : spans) {
        // one more than there are threads, so that none waits while the oldest is delivered
        while (next < spans.size() && pending.size() <= threads) {
          ChunkSpan ahead = spans.get(next++);
          pending.add(executor.submit(() -> read.apply(ahead)));
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

  private static <R> ReadChunk<R> await(Future<ReadChunk<R>> pending) {
    try {
      return pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <S> ReadChunk<S> readChunk(
      ChunkSpan span,
      Collection<? extends Selection<? super S>> selections,
      Function<Chunk, S> open) {
    try (FileChannel channel = FileChannel.open(span.path(), READ)) {
      return ChunkReader.read(span, channel, selections, open);
    } catch (IOException e) {
      return new ReadChunk<>(null, null, List.of(Faults.unreadable(span.name(), e)), 0);
    }
  }

  /** Hands over what was read, in order. */
  private final class Delivery<R> {
    private final Consumer<R> finished;
    private final Chunks from;
    private final long totalBytes;
    private final List<Damage> damages;
    private final List<Chunk> chunks = new ArrayList<>();
    private long doneBytes;
    private long events;

    Delivery(Consumer<R> finished, Chunks from) {
      this.finished = finished;
      this.from = from;
      this.totalBytes = from.bytes();
      this.damages = new ArrayList<>(from.damages());
    }

    void take(ChunkSpan span, ReadChunk<R> read) {
      damages.addAll(read.damages());
      if (read.chunk() != null) {
        chunks.add(read.chunk());
        events += read.events();
        finished.accept(read.result());
      }
      doneBytes += span.lengthBytes();
      progress.read(doneBytes, totalBytes);
    }

    ReadResult result() {
      return new ReadResult(
          List.copyOf(chunks),
          List.copyOf(from.duplicates()),
          List.copyOf(damages),
          events,
          totalBytes);
    }
  }
}
