package dev.sojourn.analyzer.recording;

import static java.nio.file.StandardOpenOption.READ;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.ThreadId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Follows what another JVM records, while it does, from JFR's repository on disk: events come about
 * a second after they happened, on a thread of their own, until it is closed. Only events of jobs
 * and of their waits for locks are decoded. The first of them may have happened some time before.
 */
public final class LiveRecording implements AutoCloseable {
  private static final long MILLI_NANOS = 1_000_000;

  private final EventStream stream;

  private LiveRecording(EventStream stream) {
    this.stream = stream;
  }

  /**
   * Starts following.
   *
   * @throws IOException if the repository cannot be read
   */
  public static LiveRecording follow(Path repository, Consumer<Event> sink) throws IOException {
    EventStream stream = EventStream.openRepository(repository);
    stream.setStartTime(beginOfNewestChunk(repository));
    stream.setReuse(true);
    stream.onEvent("sojourn.JobSummary", event -> sink.accept(jobSecond(event)));
    stream.onEvent("sojourn.LockAcquire", event -> sink.accept(lockAcquire(event)));
    stream.startAsync();
    return new LiveRecording(stream);
  }

  /**
   * A stream that starts within a chunk leaves out constants that stand before: texts of later
   * events then come out as null.
   */
  private static Instant beginOfNewestChunk(Path repository) throws IOException {
    Path newest = newestChunk(repository);
    if (newest == null) {
      return Instant.now();
    }
    try (FileChannel channel = FileChannel.open(newest, READ)) {
      ByteBuffer header = ByteBuffer.allocate(ChunkHeader.BYTES);
      int read = channel.read(header);
      header.flip();
      return read == ChunkHeader.BYTES && ChunkHeader.begins(header)
          ? Instant.ofEpochSecond(0, ChunkHeader.parse(header).startEpochNanos())
          : Instant.now();
    }
  }

  private static Path newestChunk(Path repository) throws IOException {
    try (Stream<Path> files = Files.list(repository)) {
      return files
          .filter(file -> file.toString().endsWith(".jfr"))
          .max(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  private static Event jobSecond(RecordedEvent e) {
    return new JobSecond(
        epochNanos(e.getStartTime()),
        e.getString("job"),
        e.getString("executor"),
        // a timestamp: JFR hands it out as milliseconds since the epoch
        e.getLong("second"),
        e.getLong("runs"),
        e.getLong("failures"),
        e.getLong("rejected"),
        e.getLong("nested"),
        e.getLong("waitingTime"),
        e.getLong("waitingRuns"),
        e.getLong("serviceTime"),
        e.getLong("cpuTime"),
        e.getLong("allocated"),
        e.getLong("measuredRuns"),
        e.getLong("measuredServiceTime"),
        e.getString("waiting"),
        e.getString("service"),
        e.getString("sojourn"));
  }

  private static Event lockAcquire(RecordedEvent e) {
    return new LockAcquire(
        epochNanos(e.getStartTime()),
        e.getDuration().toNanos(),
        ThreadId.NONE,
        null,
        e.getLong("lockId"),
        e.getString("lockClass"),
        e.getString("name"),
        e.getString("mode"),
        e.getString("outcome"),
        e.getLong("ownerId"),
        e.getString("owner"),
        e.getLong("runId"),
        e.getString("job"),
        e.getLong("representedTime"));
  }

  private static long epochNanos(Instant instant) {
    return instant.getEpochSecond() * 1000 * MILLI_NANOS + instant.getNano();
  }

  @Override
  public void close() {
    stream.close();
  }
}
