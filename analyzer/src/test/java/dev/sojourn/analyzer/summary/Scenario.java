package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Chunk;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.Frame;
import dev.sojourn.analyzer.event.GcPause;
import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.StackTrace;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import java.util.ArrayList;
import java.util.List;

/** A chunk written by hand: all times are milliseconds from its begin. */
final class Scenario {
  static final long BEGIN = 1_700_000_000_000_000_000L;
  static final long MILLI = 1_000_000L;
  static final String LOCK = "java.util.concurrent.locks.ReentrantLock";

  private final List<Event> events = new ArrayList<>();

  static ThreadId thread(int id) {
    return new ThreadId(id, "thread-" + (char) ('a' + id), false);
  }

  static StackTrace at(String qualifiedMethod, int line) {
    int dot = qualifiedMethod.lastIndexOf('.');
    Frame frame =
        new Frame(qualifiedMethod.substring(0, dot), qualifiedMethod.substring(dot + 1), line);
    return new StackTrace(List.of(new Frame("java.lang.Object", "jdk", 1), frame), false);
  }

  Scenario run(int thread, String job, long from, long to) {
    return run(thread, job, from, to, -1, -1, -1, 0, 1);
  }

  Scenario run(
      int thread,
      String job,
      long from,
      long to,
      long waiting,
      long lateness,
      long cpu,
      long parent,
      long weight) {
    return add(
        new JobRun(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            job,
            "pool",
            nanos(waiting),
            nanos(lateness),
            "completed",
            null,
            1,
            events.size() + 1,
            parent,
            weight,
            nanos(cpu),
            -1));
  }

  Scenario acquire(int thread, long lock, String mode, long from, long to, int owner) {
    return acquire(thread, lock, mode, "acquired", from, to, owner);
  }

  Scenario acquire(
      int thread, long lock, String mode, String outcome, long from, long to, int owner) {
    return add(
        new LockAcquire(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Stock.take", 7),
            lock,
            LOCK,
            "com.acme.Stock#lock" + lock,
            mode,
            outcome,
            owner,
            owner == 0 ? null : thread(owner).name(),
            0,
            null,
            (to - from) * MILLI));
  }

  /** A wait for a condition of a lock that the program made, and who signalled it. */
  Scenario await(int thread, long lock, String method, long from, long to, int signaller) {
    return await(thread, lock, from, to, signaller, new Frame("com.acme.Table", method, 9));
  }

  /** A wait in a method of a queue of the JDK's, and who ended it. */
  Scenario queue(int thread, long lock, String method, long from, long to, int signaller) {
    return await(
        thread,
        lock,
        from,
        to,
        signaller,
        new Frame("java.util.concurrent.ArrayBlockingQueue", method, -1),
        new Frame("com.acme.Table", "pass", 9));
  }

  private Scenario await(
      int thread, long lock, long from, long to, int signaller, Frame... callers) {
    List<Frame> stack = new ArrayList<>();
    stack.add(
        new Frame(
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject", "await", -1));
    stack.addAll(List.of(callers));
    return add(
        new LockAcquire(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            new StackTrace(stack, false),
            lock,
            LOCK,
            "com.acme.Table#free",
            "condition",
            "acquired",
            signaller,
            thread(signaller).name(),
            0,
            "order",
            (to - from) * MILLI));
  }

  Scenario hold(int thread, long lock, String mode, long from, long to) {
    return add(
        new LockHold(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Audit.run", 99),
            lock,
            LOCK,
            "com.acme.Stock#lock" + lock,
            mode,
            1,
            true,
            0,
            null,
            (to - from) * MILLI));
  }

  Scenario monitor(int thread, long from, long to, int previousOwner) {
    return add(
        new MonitorEnter(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Stock.take", 7),
            "com.acme.Stock",
            4711,
            thread(previousOwner)));
  }

  Scenario park(int thread, String parkedClass, long from, long to) {
    return add(
        new ThreadPark(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Stock.take", 7),
            parkedClass,
            4712));
  }

  Scenario objectWait(int thread, long from, long to) {
    return add(
        new MonitorWait(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Box.get", 8),
            "com.acme.Box",
            false,
            4713,
            ThreadId.NONE));
  }

  /** A wait for something that others have, and who told of it; 0 if nobody did in time. */
  Scenario waitForRow(int thread, long from, long to, int notifier) {
    return add(
        new MonitorWait(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            new StackTrace(
                List.of(
                    new Frame("java.lang.Object", "wait", -1),
                    new Frame("com.acme.Table", "claim", 9)),
                false),
            "com.acme.Row",
            notifier == 0,
            4714,
            notifier == 0 ? ThreadId.NONE : thread(notifier)));
  }

  Scenario sleep(int thread, String method, long from, long to) {
    return sleep(thread, method, from, to, to - from);
  }

  /** One that lasted longer than it was asked for. */
  Scenario sleep(int thread, String method, long from, long to, long askedMillis) {
    return add(
        new ThreadSleep(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at(method, 12),
            askedMillis * MILLI));
  }

  Scenario socket(int thread, long from, long to) {
    return add(
        new SocketIo(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Db.query", 3),
            SocketIo.Operation.READ,
            "db.acme.com",
            "10.0.0.1",
            5432,
            100));
  }

  Scenario file(int thread, long from, long to) {
    return add(
        new FileIo(
            BEGIN + from * MILLI,
            (to - from) * MILLI,
            thread(thread),
            at("com.acme.Journal.sync", 4),
            FileIo.Operation.FORCE,
            "/var/journal",
            0));
  }

  Scenario pause(long from, long to) {
    return add(new GcPause(BEGIN + from * MILLI, (to - from) * MILLI, from, "GC Pause"));
  }

  Scenario samples(int thread, String method, long from, long to) {
    for (long at = from; at < to; at += 20) {
      add(
          new ExecutionSample(
              BEGIN + at * MILLI, thread(thread), at(method, 55), "STATE_RUNNABLE", false));
    }
    return this;
  }

  Scenario add(Event event) {
    events.add(event);
    return this;
  }

  List<Event> events() {
    return events;
  }

  Summary summary() {
    return summary(0, 1_000_000);
  }

  /** The events that end from one instant on and before another, as a chunk. */
  Summary summary(long from, long to) {
    return open(from, to).settled();
  }

  /** All events, as two chunks that are cut at an instant. */
  Summary cutAt(long instant) {
    return open(0, instant).plus(open(instant, 1_000_000)).settled();
  }

  private Summary open(long from, long to) {
    long begin = BEGIN + from * MILLI;
    Chunk chunk = new Chunk("chunk-" + from, "a.jfr", 0, 0, begin, (to - from) * MILLI);
    SummaryBuilder builder = new SummaryBuilder(chunk);
    builder.accept(new Setting(begin, "sojourn.JobRun", "enabled", "true"));
    for (Event event : events) {
      long end = event.endEpochNanos();
      if (end >= begin && end < BEGIN + to * MILLI) {
        builder.accept(event);
      }
    }
    return builder.build();
  }

  private static long nanos(long millis) {
    return millis < 0 ? millis : millis * MILLI;
  }
}
