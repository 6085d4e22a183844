package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.ThreadId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Follows what another JVM records, while it does, from JFR's repository on disk: events come about
 * a second after they happened, on a thread of their own, until it is closed. Only events of jobs
 * and of their waits for locks are decoded.
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
    stream.setReuse(true);
    stream.onEvent("sojourn.JobSummary", event -> sink.accept(jobSecond(event)));
    stream.onEvent("sojourn.LockAcquire", event -> sink.accept(lockAcquire(event)));
    stream.startAsync();
    return new LiveRecording(stream);
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
