package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.event.ProcessorWaitEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes once a second which threads of this JVM were ready to run and had no processor, as Linux
 * tells it of each. Asking a thread costs some 10 µs, so they are asked only when somebody waited,
 * and at most {@value #MOST_THREADS} of them a second, in turn. Where the kernel does not tell,
 * nothing is written. For one thread at a time.
 */
final class ProcessorWaits {
  /** Half a hundredth of a second: what takes less than that of a job's time is no finding. */
  static final long LEAST_WAITING_NANOS = 5_000_000;

  static final int MOST_THREADS = 128;

  /**
   * A wait counts when it ends, so it may be a little longer than the time since the last look.
   * Linux 6.12 and later now and then take a whole sleep for a wait.
   */
  private static final int MOST = 3;

  private static final Path THREADS = Path.of("/proc/self/task");
  private static final String TIMES = "/schedstat";

  /** What a thread had come to when it was asked last. */
  private record Seen(long atNanos, long runningNanos, long waitingNanos) {
    static final Seen NONE = new Seen(Long.MIN_VALUE, 0, 0);
  }

  private final Path threads;
  private final int processors;
  private final ThreadTimes times = new ThreadTimes();
  private Map<String, Seen> seen = new HashMap<>();
  private boolean told = true;
  private boolean allSeen;
  private int turn;
  private long lastNanos;
  // Who waited while nobody was asked waited next to nothing: that counts for the time since then.
  private long askingSinceNanos;
  private boolean asking;

  ProcessorWaits() {
    this(THREADS, Runtime.getRuntime().availableProcessors());
  }

  ProcessorWaits(Path threads, int processors) {
    this.threads = threads;
    this.processors = processors;
  }

  /**
   * Writes what happened since the last call.
   *
   * @param pressureNanos time in which some thread waited, in the mean of the processors in use, as
   *     Linux tells it; negative where it does not
   * @param nowNanos the clock's
   */
  void write(long pressureNanos, long nowNanos) {
    boolean waited = pressureNanos < 0 || pressureNanos * processors >= LEAST_WAITING_NANOS;
    if (told && waited) {
      askingSinceNanos = asking ? askingSinceNanos : lastNanos;
      String[] ids = threads.toFile().list();
      told = ids != null && ask(ids, nowNanos);
    }
    asking = waited;
    lastNanos = nowNanos;
  }

  /** Whether any of the threads could be asked. */
  private boolean ask(String[] ids, long nowNanos) {
    Map<String, Seen> next = new HashMap<>();
    int asked = Math.min(MOST_THREADS, ids.length);
    int first = asked < ids.length ? turn++ * asked % ids.length : 0;
    boolean any = false;
    for (int i = 0; i < ids.length; i++) {
      String id = ids[(first + i) % ids.length];
      Seen last = seen.get(id);
      if (i < asked && times.read(threads + "/" + id + TIMES)) {
        any = true;
        last = write(id, last, nowNanos);
      }
      if (last != null) {
        next.put(id, last);
      }
    }
    seen = next;
    allSeen = asked == ids.length;
    return any;
  }

  private Seen write(String id, Seen before, long nowNanos) {
    Seen now = new Seen(nowNanos, times.runningNanos(), times.waitingNanos());
    // The kernel gives a number again, and where all were asked the last time, this one is new.
    boolean begun = before == null || before.waitingNanos() > now.waitingNanos();
    Seen last = begun ? Seen.NONE : before;
    long periodNanos = nowNanos - Math.max(last.atNanos(), begun ? lastNanos : askingSinceNanos);
    long waitingNanos = now.waitingNanos() - last.waitingNanos();
    boolean known = before != null || allSeen;
    if (known && waitingNanos >= LEAST_WAITING_NANOS && waitingNanos <= MOST * periodNanos) {
      ProcessorWaitEvent event = new ProcessorWaitEvent();
      event.osThreadId = Long.parseLong(id);
      event.period = periodNanos;
      event.running = now.runningNanos() - last.runningNanos();
      event.waiting = waitingNanos;
      event.commit();
    }
    return now;
  }
}
