package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.AgentStatus;
import dev.sojourn.analyzer.event.ClassCount;
import dev.sojourn.analyzer.event.ContextSwitchRate;
import dev.sojourn.analyzer.event.CpuLoad;
import dev.sojourn.analyzer.event.CpuTimeSample;
import dev.sojourn.analyzer.event.CpuTopology;
import dev.sojourn.analyzer.event.DataLoss;
import dev.sojourn.analyzer.event.DirectMemory;
import dev.sojourn.analyzer.event.DirectMemoryPlace;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExceptionCount;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.ExecutorSample;
import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.GarbageCollection;
import dev.sojourn.analyzer.event.GcConfiguration;
import dev.sojourn.analyzer.event.GcPause;
import dev.sojourn.analyzer.event.HeapUse;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import dev.sojourn.analyzer.event.MachineSample;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.ObjectAllocation;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.ProcessorWait;
import dev.sojourn.analyzer.event.RepeatedFailure;
import dev.sojourn.analyzer.event.RequestedCollection;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadCount;
import dev.sojourn.analyzer.event.ThreadCpuLoad;
import dev.sojourn.analyzer.event.ThreadDump;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import dev.sojourn.analyzer.event.ThreadStart;
import dev.sojourn.analyzer.event.Throttling;
import dev.sojourn.analyzer.event.VirtualThreadPinned;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Makes events of every kind: threads that run jobs, nested ones too, and wait meanwhile. */
final class EventGenerator {
  static final long BEGIN = 1_700_000_000_000_000_000L;
  static final long MILLI = 1_000_000L;
  private static final int THREADS = 4;

  private static final StackTrace IDLE =
      new StackTrace(
          List.of(
              new Frame("java.util.concurrent.LinkedBlockingQueue", "take", 1),
              new Frame("java.util.concurrent.ThreadPoolExecutor", "getTask", 2)),
          false);

  private final Random random;
  private final List<Event> events = new ArrayList<>();
  private long nextRunId = 1;

  EventGenerator(long seed) {
    random = new Random(seed);
  }

  /** Events of a stretch of time. */
  List<Event> events(long beginEpochNanos, long nanos) {
    events.clear();
    for (int thread = 1; thread <= THREADS; thread++) {
      addThread(new ThreadId(thread, "worker-" + thread, false), beginEpochNanos, nanos);
    }
    for (long at = beginEpochNanos; at < beginEpochNanos + nanos; at += 500 * MILLI) {
      addCounters(at);
      addSummaries(at);
    }
    for (int thread = 1; thread <= THREADS; thread++) {
      addProcessorWaits(new ThreadId(thread, "worker-" + thread, false), beginEpochNanos, nanos);
    }
    return List.copyOf(events);
  }

  private void addThread(ThreadId thread, long begin, long nanos) {
    long at = begin;
    while (true) {
      long idle = millis(20);
      if (at + idle >= begin + nanos) {
        return;
      }
      events.add(new ThreadPark(at, idle, thread, IDLE, null, 0));
      at += idle;
      long end = at + 100 * MILLI + millis(200);
      if (end >= begin + nanos) {
        return;
      }
      long runId = nextRunId++;
      addRun(thread, at, end, runId, 0);
      if (random.nextInt(3) == 0) {
        addRun(thread, at + 10 * MILLI, end - 10 * MILLI, nextRunId++, runId);
      }
      addInside(thread, at, end, runId);
      at = end;
      addAround(thread, at);
    }
  }

  private void addRun(ThreadId thread, long begin, long end, long runId, long parentRunId) {
    boolean failed = random.nextInt(10) == 0;
    boolean measured = random.nextBoolean();
    events.add(
        new JobRun(
            begin,
            end - begin,
            thread,
            parentRunId == 0 ? "job" + random.nextInt(3) : "inner",
            parentRunId == 0 ? "pool" : null,
            parentRunId == 0 ? millis(50) : -1,
            -1,
            failed ? "failed" : "completed",
            failed ? "java.io.IOException" : null,
            1 + random.nextInt(2),
            runId,
            parentRunId,
            1 + random.nextInt(3),
            measured ? millis(40) : -1,
            measured ? random.nextInt(100_000) : -1));
  }

  private void addInside(ThreadId thread, long begin, long end, long runId) {
    long at = begin + millis(5);
    int kind = random.nextInt(7);
    while (at + 12 * MILLI < end) {
      addInterval(kind, thread, at, MILLI + millis(10), runId);
      events.add(
          new ExecutionSample(
              at + 11 * MILLI, thread, stack("work"), "STATE_RUNNABLE", random.nextInt(4) == 0));
      at += 12 * MILLI + millis(20);
      kind = (kind + 1) % 7;
    }
  }

  private void addInterval(int kind, ThreadId thread, long at, long nanos, long runId) {
    StackTrace stack = stack("step" + kind);
    switch (kind) {
      case 0 -> {
        events.add(acquire(thread, at, nanos, runId));
        events.add(new ThreadPark(at, nanos, thread, stack, lockClass() + "$NonfairSync", 8));
      }
      case 1 -> events.add(new MonitorEnter(at, nanos, thread, stack, "com.acme.M", at, other()));
      case 2 -> events.add(new ThreadPark(at, nanos, thread, stack, null, 0));
      case 3 -> {
        boolean timedOut = random.nextBoolean();
        StackTrace waiting =
            random.nextBoolean() ? stack : stack("java.lang.Object", "wait", "step3");
        events.add(
            new MonitorWait(at, nanos, thread, waiting, "com.acme.M", timedOut, at, other()));
      }
      case 4 ->
          events.add(
              new SocketIo(
                  at, nanos, thread, stack, SocketIo.Operation.READ, "db", "::1", 5432, 100));
      case 5 ->
          events.add(
              new FileIo(at, nanos, thread, stack, FileIo.Operation.FORCE, "/tmp/journal", 0));
      default -> events.add(new ThreadSleep(at, nanos, thread, stack, random.nextLong(nanos + 1)));
    }
  }

  /** Each thread has a lock of its own: holds of an exclusive lock never overlap. */
  private LockAcquire acquire(ThreadId thread, long at, long nanos, long runId) {
    ThreadId owner = other();
    events.add(
        new LockHold(
            at,
            nanos / 2,
            owner,
            stack("hold"),
            100 + thread.javaId(),
            lockClass(),
            "com.acme.Stock#lock",
            "exclusive",
            1,
            true,
            0,
            null,
            nanos / 2));
    boolean condition = nanos % 4 == 0;
    return new LockAcquire(
        at,
        nanos,
        thread,
        condition
            ? stack(
                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
                "await",
                "lock")
            : stack("lock"),
        100 + thread.javaId(),
        lockClass(),
        "com.acme.Stock#lock",
        condition ? "condition" : "exclusive",
        "acquired",
        owner.javaId(),
        owner.name(),
        runId,
        null,
        nanos);
  }

  private void addAround(ThreadId thread, long at) {
    StackTrace stack = stack("around");
    events.add(new CpuTimeSample(at, thread, stack, 20 * MILLI));
    events.add(new ObjectAllocation(at - MILLI, thread, stack, "byte[]", random.nextInt(9999)));
    events.add(new OldObject(at, thread, stack, at - MILLI, "com.acme.Entry", 64, "static x"));
    events.add(new VirtualThreadPinned(at - MILLI, MILLI / 2, thread, stack, null, "native"));
    events.add(new ThreadStart(at - MILLI, other(), stack, thread));
    events.add(new ThreadEnd(at, other()));
    events.add(new ThreadCpuLoad(at, thread, random.nextDouble(), random.nextDouble()));
  }

  private void addCounters(long at) {
    long gcId = at / MILLI;
    events.add(new CpuLoad(at, random.nextDouble(), random.nextDouble(), random.nextDouble()));
    events.add(new CpuTopology(at, 2, 2, 0));
    events.add(new ThreadDump(at, DeadlockTextTest.DUMP));
    events.add(new Throttling(at, 10, 1, random.nextInt(1000)));
    events.add(
        new MachineSample(at - 900 * MILLI, 900 * MILLI, random.nextInt(900) * MILLI, -1, MILLI));
    events.add(new ContextSwitchRate(at, random.nextDouble() * 1000));
    events.add(new GarbageCollection(at, 9 * MILLI, gcId, "G1New", "pause", 2 * MILLI, MILLI));
    events.add(new GcPause(at, 3 * MILLI, gcId, "GC Pause"));
    events.add(new RequestedCollection(at, 2 * MILLI, 9_000, 5_000));
    events.add(new GcConfiguration(at, "G1New", "G1Old", 200));
    events.add(new HeapUse(at, gcId, random.nextBoolean(), random.nextInt(10_000), 20_000));
    events.add(new ThreadCount(at, random.nextInt(20), 1, random.nextInt(99)));
    events.add(new ClassCount(at, random.nextInt(20), random.nextInt(5)));
    events.add(new DirectMemory(at, 3, 1000, random.nextInt(1000)));
    events.add(
        new DirectMemoryPlace(
            at,
            "counted",
            "com.acme.Frames.decode",
            7,
            at / MILLI,
            random.nextInt(1000),
            2,
            90,
            2));
    events.add(
        new RepeatedFailure(
            at, "counted", "com.acme.Busy", "com.acme.Door.open", 9, at / MILLI, 3, 900));
    events.add(new ExceptionCount(at, random.nextInt(50)));
    events.add(new DataLoss(at, 10, 10));
    events.add(new Setting(at, "jdk.ExecutionSample", "period", "10 ms"));
    events.add(
        new AgentStatus(
            at,
            "1",
            "",
            10,
            0,
            null,
            0,
            random.nextInt(),
            0,
            0,
            5,
            0.01,
            "full",
            7,
            0.02,
            null,
            null));
  }

  private void addProcessorWaits(ThreadId thread, long begin, long nanos) {
    long at = begin;
    while (at + 3_000 * MILLI < begin + nanos) {
      long period = random.nextInt(4) == 0 ? 2_500 * MILLI : 1_000 * MILLI;
      events.add(new ProcessorWait(at, period, thread, millis(400), millis(600)));
      at += period;
    }
    events.add(new ProcessorWait(at, 500 * MILLI, thread, millis(100), millis(300)));
  }

  private void addSummaries(long at) {
    String histogram = histogram(millis(30), millis(300));
    events.add(
        new JobSecond(
            at,
            "counted",
            "pool",
            at / MILLI,
            2,
            1,
            1,
            0,
            9,
            2,
            9,
            9,
            9,
            2,
            9,
            histogram,
            histogram,
            histogram,
            2));
    events.add(
        new LockSecond(
            at, 9, lockClass(), "com.acme.Other#lock", "write", at / MILLI, 2, 99, 66, 50));
    events.add(
        new ExecutorSample(at, "pool", 5, "ThreadPoolExecutor", random.nextInt(9), 2, 4, 4, 9, 0));
  }

  static String histogram(long... nanos) {
    Histogram histogram = new Histogram(2);
    Arrays.stream(nanos).forEach(histogram::recordValue);
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int size = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), size));
  }

  static StackTrace stack(String method) {
    return stack("java.lang.Thread", "sleep", method);
  }

  private static StackTrace stack(String jdkClass, String jdkMethod, String method) {
    return new StackTrace(
        List.of(new Frame(jdkClass, jdkMethod, -1), new Frame("com.acme.Stock", method, 42)),
        false);
  }

  private static String lockClass() {
    return "java.util.concurrent.locks.ReentrantLock";
  }

  private ThreadId other() {
    int thread = 10 + random.nextInt(3);
    return new ThreadId(thread, "holder-" + thread, false);
  }

  private long millis(int below) {
    return random.nextInt(below) * MILLI + random.nextInt(1000);
  }
}
