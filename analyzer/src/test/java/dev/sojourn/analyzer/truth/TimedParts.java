package dev.sojourn.analyzer.truth;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;

/**
 * A program whose jobs measure what they spend their time on; run under the agent, what is analyzed
 * must agree with that. Writes the sums in nanoseconds, by job and component.
 */
final class TimedParts {
  private static final int RUNS = 24;
  private static final long PART_NANOS = 40_000_000;

  /** The agent does not measure threads from the very first. */
  private static final int WARMING_RUNS = 8;

  /** One run in so many sleeps far longer than the others: the tail. */
  private static final int TAIL = 12;

  private static final Map<String, Long> TRUTH = new TreeMap<>();
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Object MONITOR = new Object();

  /** What makes a collection take some time. */
  private static final int LIVE_OBJECTS = 1_500_000;

  private static Object[] live;

  private TimedParts() {}

  /** Takes the file to write to, and a folder for what it needs. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    for (int i = 0; i < LIVE_OBJECTS; i++) {
      live = new Object[] {live};
    }
    try (Peers peers = Peers.open(folder)) {
      ExecutorService single = Executors.newSingleThreadExecutor();
      for (int run = 0; run < WARMING_RUNS; run++) {
        single.submit(new Warming()).get();
      }
      for (int run = 0; run < RUNS; run++) {
        single.submit(new Mixed(peers, run)).get();
        single.submit(new Collected()).get();
      }
      submitTogether(single);
      single.shutdown();
    }
    runLate();
    Files.write(
        Path.of(arguments[0]),
        TRUTH.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  /** Three at a time on one thread: the second waits for one, the third for two. */
  private static void submitTogether(ExecutorService single) throws Exception {
    for (int round = 0; round < RUNS / 3; round++) {
      var first = single.submit(new Queued(System.nanoTime()));
      var second = single.submit(new Queued(System.nanoTime()));
      var third = single.submit(new Queued(System.nanoTime()));
      first.get();
      second.get();
      third.get();
    }
  }

  /** All are due at once on one thread. */
  private static void runLate() throws InterruptedException {
    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    for (int i = 0; i < RUNS / 3; i++) {
      long due = System.nanoTime() + PART_NANOS;
      scheduler.schedule(new Late(due), PART_NANOS, TimeUnit.NANOSECONDS);
    }
    scheduler.shutdown();
    if (!scheduler.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("late tasks did not end");
    }
  }

  private static void add(String key, long nanos) {
    merge(key, nanos, Long::sum);
  }

  private static void merge(String key, long nanos, BinaryOperator<Long> operator) {
    synchronized (TRUTH) {
      TRUTH.merge(key, nanos, operator);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** What takes time and may be interrupted or fail. */
  private interface Part {
    void pass() throws IOException, InterruptedException;
  }

  private static void timed(String key, Part part) {
    long begin = System.nanoTime();
    try {
      part.pass();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    add(key, System.nanoTime() - begin);
  }

  /** What it lasts for longer than it was asked to is no sleep, but for what timers are late by. */
  private static void slept(String key, long askedNanos) {
    long begin = System.nanoTime();
    try {
      Thread.sleep(askedNanos / 1_000_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    long lasted = System.nanoTime() - begin;
    add(key, lasted - askedNanos < 1_000_000 ? lasted : askedNanos);
  }

  private record Warming() implements Runnable {
    @Override
    public void run() {
      LockSupport.parkNanos(10 * PART_NANOS);
    }
  }

  /** One of each part that a thread can see for itself. */
  private record Mixed(Peers peers, int index) implements Runnable {
    @Override
    public void run() {
      boolean tail = index % TAIL == TAIL - 1;
      String job = tail ? "Mixed.tail." : "Mixed.";
      long cpu = cpuNanos();
      long begin = System.nanoTime();
      slept(job + "SLEPT", (tail ? 25 : 1) * PART_NANOS);
      timed(job + "PARKED", () -> LockSupport.parkNanos(PART_NANOS));
      timed(job + "WAITED", TimedParts::await);
      peers.hold(LOCK, PART_NANOS);
      timed(job + "BLOCKED", TimedParts::acquire);
      peers.hold(MONITOR, PART_NANOS);
      timed(job + "BLOCKED", TimedParts::enter);
      peers.ask();
      timed(job + "SOCKET", peers::readAnswer);
      if (peers.hasPipe()) {
        peers.feedPipe();
        timed(job + "FILE", peers::readPipe);
      }
      spin(cpu);
      add(job + "CPU", cpuNanos() - cpu);
      long service = System.nanoTime() - begin;
      add(job + "SERVICE", service);
      merge(job + "OUTERMOST", service, tail ? Math::min : Math::max);
      add(job + "RUNS", 1);
    }

    private static void spin(long since) {
      while (cpuNanos() < since + PART_NANOS) {
        Thread.onSpinWait();
      }
    }
  }

  private static void await() throws InterruptedException {
    Object nobody = new Object();
    synchronized (nobody) {
      long end = System.nanoTime() + PART_NANOS;
      while (System.nanoTime() < end) {
        nobody.wait(PART_NANOS / 1_000_000);
      }
    }
  }

  private static void acquire() {
    LOCK.lock();
    try {
      Thread.onSpinWait();
    } finally {
      LOCK.unlock();
    }
  }

  private static void enter() {
    synchronized (MONITOR) {
      Thread.onSpinWait();
    }
  }

  /** Computes while the heap is collected by somebody else. */
  private record Collected() implements Runnable {
    @Override
    public void run() {
      long before = collectionMillis();
      Thread collector = new Thread(System::gc, "collector");
      collector.start();
      while (collector.isAlive()) {
        Thread.onSpinWait();
      }
      add("Collected.GC", (collectionMillis() - before) * 1_000_000);
      add("Collected.RUNS", 1);
    }

    private static long collectionMillis() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
          .mapToLong(GarbageCollectorMXBean::getCollectionTime)
          .sum();
    }
  }

  private record Queued(long submitted) implements Runnable {
    @Override
    public void run() {
      add("Queued.QUEUED", System.nanoTime() - submitted);
      add("Queued.RUNS", 1);
      slept("Queued.SLEPT", PART_NANOS);
    }
  }

  private record Late(long due) implements Runnable {
    @Override
    public void run() {
      add("Late.LATE", System.nanoTime() - due);
      add("Late.RUNS", 1);
      slept("Late.SLEPT", PART_NANOS);
    }
  }
}
