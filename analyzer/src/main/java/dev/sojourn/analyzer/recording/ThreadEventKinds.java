package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.ContextSwitchRate;
import dev.sojourn.analyzer.event.CpuTimeSample;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.MonitorEnter;
import dev.sojourn.analyzer.event.MonitorWait;
import dev.sojourn.analyzer.event.ObjectAllocation;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.ThreadCount;
import dev.sojourn.analyzer.event.ThreadCpuLoad;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadPark;
import dev.sojourn.analyzer.event.ThreadSleep;
import dev.sojourn.analyzer.event.ThreadStart;
import dev.sojourn.analyzer.event.VirtualThreadPinned;
import java.util.List;
import java.util.function.Function;

/** What the JDK records of threads: their lives, their waits, their samples. */
final class ThreadEventKinds {
  static final List<EventKind> ALL =
      List.of(
          EventKind.of(
              "jdk.JavaMonitorEnter",
              ThreadEventKinds::monitorEnter,
              "monitorClass",
              "address",
              "previousOwner"),
          EventKind.of(
              "jdk.JavaMonitorWait",
              ThreadEventKinds::monitorWait,
              "monitorClass",
              "timedOut",
              "address",
              "notifier"),
          EventKind.of("jdk.ThreadPark", ThreadEventKinds::park, "parkedClass", "address"),
          EventKind.of(
              "jdk.ThreadSleep",
              e ->
                  new ThreadSleep(
                      e.startEpochNanos(),
                      e.durationNanos(),
                      e.thread(),
                      e.stackTrace(),
                      e.nanos(0, Long.MAX_VALUE)),
              "time"),
          EventKind.of(
              "jdk.VirtualThreadPinned",
              ThreadEventKinds::pinned,
              "blockingOperation",
              "pinnedReason"),
          EventKind.of(
              "jdk.SocketRead",
              socket(SocketIo.Operation.READ),
              "host",
              "address",
              "port",
              "bytesRead"),
          EventKind.of(
              "jdk.SocketWrite",
              socket(SocketIo.Operation.WRITE),
              "host",
              "address",
              "port",
              "bytesWritten"),
          EventKind.of("jdk.FileRead", file(FileIo.Operation.READ), "path", "bytesRead"),
          EventKind.of("jdk.FileWrite", file(FileIo.Operation.WRITE), "path", "bytesWritten"),
          EventKind.of("jdk.FileForce", file(FileIo.Operation.FORCE), "path"),
          EventKind.of(
              "jdk.ThreadStart",
              e -> new ThreadStart(e.startEpochNanos(), e.thread(0), e.stackTrace(), e.thread(1)),
              "thread",
              "parentThread"),
          EventKind.of(
              "jdk.ThreadEnd", e -> new ThreadEnd(e.startEpochNanos(), e.thread(0)), "thread"),
          EventKind.of("jdk.ExecutionSample", sample(false), "sampledThread", "state"),
          EventKind.of("jdk.NativeMethodSample", sample(true), "sampledThread", "state"),
          EventKind.of(
              "jdk.CPUTimeSample",
              e -> new CpuTimeSample(e.startEpochNanos(), e.thread(), e.stackTrace(), e.nanos(0)),
              "samplingPeriod"),
          EventKind.of(
              "jdk.ThreadCPULoad",
              e -> new ThreadCpuLoad(e.startEpochNanos(), e.thread(), e.real(0), e.real(1)),
              "user",
              "system"),
          EventKind.of(
              "jdk.ThreadContextSwitchRate",
              e -> new ContextSwitchRate(e.startEpochNanos(), e.real(0)),
              "switchRate"),
          EventKind.of(
              "jdk.JavaThreadStatistics",
              e -> new ThreadCount(e.startEpochNanos(), e.number(0), e.number(1), e.number(2)),
              "activeCount",
              "daemonCount",
              "accumulatedCount"),
          EventKind.of(
              "jdk.ObjectAllocationSample", ThreadEventKinds::allocation, "objectClass", "weight"));

  private ThreadEventKinds() {}

  private static Event monitorEnter(EventFields e) {
    return new MonitorEnter(
        e.startEpochNanos(),
        e.durationNanos(),
        e.thread(),
        e.stackTrace(),
        e.text(0),
        e.number(1),
        e.thread(2));
  }

  private static Event monitorWait(EventFields e) {
    return new MonitorWait(
        e.startEpochNanos(),
        e.durationNanos(),
        e.thread(),
        e.stackTrace(),
        e.text(0),
        e.flag(1),
        e.number(2),
        e.thread(3));
  }

  private static Event park(EventFields e) {
    return new ThreadPark(
        e.startEpochNanos(), e.durationNanos(), e.thread(), e.stackTrace(), e.text(0), e.number(1));
  }

  private static Event pinned(EventFields e) {
    return new VirtualThreadPinned(
        e.startEpochNanos(), e.durationNanos(), e.thread(), e.stackTrace(), e.text(0), e.text(1));
  }

  private static Event allocation(EventFields e) {
    return new ObjectAllocation(
        e.startEpochNanos(), e.thread(), e.stackTrace(), e.text(0), e.number(1));
  }

  private static Function<EventFields, Event> socket(SocketIo.Operation operation) {
    return e ->
        new SocketIo(
            e.startEpochNanos(),
            e.durationNanos(),
            e.thread(),
            e.stackTrace(),
            operation,
            e.text(0),
            e.text(1),
            e.int32(2),
            e.number(3));
  }

  private static Function<EventFields, Event> file(FileIo.Operation operation) {
    return e ->
        new FileIo(
            e.startEpochNanos(),
            e.durationNanos(),
            e.thread(),
            e.stackTrace(),
            operation,
            e.text(0),
            operation == FileIo.Operation.FORCE ? 0 : e.number(1));
  }

  private static Function<EventFields, Event> sample(boolean inNative) {
    return e ->
        new ExecutionSample(e.startEpochNanos(), e.thread(0), e.stackTrace(), e.text(1), inNative);
  }
}
